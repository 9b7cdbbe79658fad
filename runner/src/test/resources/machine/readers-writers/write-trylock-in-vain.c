/**
 * strategy: write-trylock-in-vain
 * title: who goes ahead without the lock is not alone
 * expect: violates NoWarning
 * expect tso: violates NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

static DEFINE_RWLOCK(lock);
static bool inside;

__register void reg(void)
{
}

__unregister void unreg(void)
{
}

__task void reader(void)
{
	read_lock(&lock);
	WARN_ON(READ_ONCE(inside));
	read_unlock(&lock);
}

__task void writer(void)
{
	int got = write_trylock(&lock);

	WRITE_ONCE(inside, true);
	WRITE_ONCE(inside, false);
	if (got)
		write_unlock(&lock);
}

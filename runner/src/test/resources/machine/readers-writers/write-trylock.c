/**
 * strategy: write-trylock
 * title: who has got the lock to write at the first attempt is alone with it
 * expect: holds NoWarning
 * expect tso: holds NoWarning
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
	if (!write_trylock(&lock))
		return;
	WRITE_ONCE(inside, true);
	WRITE_ONCE(inside, false);
	write_unlock(&lock);
}

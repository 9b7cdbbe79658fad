/**
 * strategy: readers-together
 * title: two readers hold the lock at the same time
 * expect: violates NoWarning
 * expect tso: violates NoWarning
 * expect weak: violates NoWarning
 */
struct callbacks {
	void (*f)(void);
};

static DEFINE_RWLOCK(lock);
static int inside;

__register void reg(void)
{
}

__unregister void unreg(void)
{
}

__task void forth(void)
{
	read_lock(&lock);
	WRITE_ONCE(inside, 1);
	WRITE_ONCE(inside, 0);
	read_unlock(&lock);
}

__task void back(void)
{
	read_lock(&lock);
	WARN_ON(READ_ONCE(inside));
	read_unlock(&lock);
}

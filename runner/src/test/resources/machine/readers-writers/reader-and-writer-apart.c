/**
 * strategy: reader-and-writer-apart
 * title: a reader and a writer never hold the lock at the same time
 * expect: holds NoWarning, NoDeadlock
 * expect tso: holds NoWarning, NoDeadlock
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
	write_lock(&lock);
	WRITE_ONCE(inside, 1);
	WRITE_ONCE(inside, 0);
	write_unlock(&lock);
}

__task void back(void)
{
	read_lock(&lock);
	WARN_ON(READ_ONCE(inside));
	read_unlock(&lock);
}

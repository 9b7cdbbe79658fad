/**
 * strategy: down-write-waits-for-readers
 * title: a writer sleeps until each reader has released the semaphore
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 * expect tso: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 */
struct callbacks {
	void (*f)(void);
};

static DECLARE_RWSEM(lock);
static struct callbacks *ptr;

__register void reg(struct callbacks *cbs)
{
	down_write(&lock);
	ptr = cbs;
	up_write(&lock);
}

__unregister void unreg(struct callbacks *cbs)
{
	down_write(&lock);
	ptr = NULL;
	up_write(&lock);
}

__task void reader(void)
{
	down_read(&lock);
	if (ptr)
		ptr->f();
	up_read(&lock);
}

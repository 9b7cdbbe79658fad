/**
 * strategy: percpu-down-write-waits
 * title: a writer of a per-CPU semaphore waits for its readers
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 * expect tso: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 */
struct callbacks {
	void (*f)(void);
};

static DEFINE_STATIC_PERCPU_RWSEM(lock);
static struct callbacks *ptr;

__register void reg(struct callbacks *cbs)
{
	percpu_down_write(&lock);
	ptr = cbs;
	percpu_up_write(&lock);
}

__unregister void unreg(struct callbacks *cbs)
{
	percpu_down_write(&lock);
	ptr = NULL;
	percpu_up_write(&lock);
}

__task void reader(void)
{
	percpu_down_read(&lock);
	if (ptr)
		ptr->f();
	percpu_up_read(&lock);
}

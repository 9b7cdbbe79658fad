/**
 * strategy: write-lock-waits-for-readers
 * title: a writer waits for each reader, which calls what it finds
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 * expect tso: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 */
struct callbacks {
	void (*f)(void);
};

static DEFINE_RWLOCK(lock);
static struct callbacks *ptr;

__register void reg(struct callbacks *cbs)
{
	write_lock(&lock);
	ptr = cbs;
	write_unlock(&lock);
}

__unregister void unreg(struct callbacks *cbs)
{
	write_lock(&lock);
	ptr = NULL;
	write_unlock(&lock);
}

__task void reader(void)
{
	read_lock(&lock);
	if (ptr)
		ptr->f();
	read_unlock(&lock);
}

/**
 * strategy: down-read-trylock
 * title: who has got the lock to read at the first attempt holds up writers
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
	struct callbacks *cbs;
	int got = down_read_trylock(&lock);

	if (!got)
		return;
	cbs = READ_ONCE(ptr);
	if (cbs)
		cbs->f();
	up_read(&lock);
}

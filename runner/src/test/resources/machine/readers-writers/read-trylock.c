/**
 * strategy: read-trylock
 * title: who has got the lock to read at the first attempt holds up writers
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
	struct callbacks *cbs;
	int got = read_trylock(&lock);

	if (!got)
		return;
	cbs = READ_ONCE(ptr);
	if (cbs)
		cbs->f();
	read_unlock(&lock);
}

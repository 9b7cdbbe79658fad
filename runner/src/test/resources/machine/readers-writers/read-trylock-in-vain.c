/**
 * strategy: read-trylock-in-vain
 * title: who reads without the lock holds up no writer
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect tso: violates NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct callbacks {
	void (*f)(void);
};

static DEFINE_RWLOCK(lock);
static struct callbacks *ptr;

__register void reg(struct callbacks *cbs)
{
	write_lock(&lock);
	rcu_assign_pointer(ptr, cbs);
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

	cbs = READ_ONCE(ptr);
	if (cbs)
		cbs->f();
	if (got)
		read_unlock(&lock);
}

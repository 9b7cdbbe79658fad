/**
 * strategy: handler-irq
 * title: a whole handler is a read-side section
 * expect: holds NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;

__register void reg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, NULL);
	synchronize_rcu();
}

__irq void reader(void)
{
	struct callbacks *cbs;

	cbs = rcu_dereference(ptr);
	if (cbs)
		cbs->f();
}

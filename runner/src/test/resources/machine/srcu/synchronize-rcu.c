/**
 * strategy: synchronize-rcu
 * title: a grace period of RCU waits for no section of SRCU
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct callbacks {
	bool (*f)(void);
};

DEFINE_STATIC_SRCU(srcu);

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

__task void reader(void)
{
	struct callbacks *cbs;
	int idx;

	idx = srcu_read_lock(&srcu);
	cbs = rcu_dereference(ptr);
	if (cbs)
		cbs->f();
	srcu_read_unlock(&srcu, idx);
}

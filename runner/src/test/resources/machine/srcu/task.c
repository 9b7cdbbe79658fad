/**
 * strategy: task
 * title: a grace period of SRCU waits for the sections of its domain
 * expect: holds NoDereferenceAfterTeardown, PriorReadersComplete, ReadersObserveNullAfterGracePeriod, UnregisterCompletes, NoDeadlock
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
	synchronize_srcu(&srcu);
}

__task void reader(void)
{
	struct callbacks *cbs;
	int idx;

	idx = srcu_read_lock(&srcu);
	cbs = srcu_dereference(ptr, &srcu);
	if (cbs)
		cbs->f();
	srcu_read_unlock(&srcu, idx);
}

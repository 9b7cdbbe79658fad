/**
 * strategy: expedited
 * title: an expedited grace period waits for the same sections
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
	synchronize_srcu_expedited(&srcu);
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

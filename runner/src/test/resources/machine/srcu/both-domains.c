/**
 * strategy: both-domains
 * title: of two nested sections the outer one is waited for
 * expect: holds NoDereferenceAfterTeardown, PriorReadersComplete, ReadersObserveNullAfterGracePeriod, UnregisterCompletes, NoDeadlock
 */
struct callbacks {
	bool (*f)(void);
};

DEFINE_SRCU(outer);
DEFINE_SRCU(inner);

struct callbacks *ptr;

__register void reg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, NULL);
	synchronize_srcu(&outer);
}

__task void reader(void)
{
	struct callbacks *cbs;
	int idx, idx2;

	idx = srcu_read_lock(&outer);
	cbs = rcu_dereference(ptr);
	idx2 = srcu_read_lock(&inner);
	if (cbs)
		cbs->f();
	srcu_read_unlock(&inner, idx2);
	srcu_read_unlock(&outer, idx);
}

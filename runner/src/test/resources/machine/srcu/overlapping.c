/**
 * strategy: overlapping
 * title: the index says which of two sections ends
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
	int first, second;

	first = srcu_read_lock(&srcu);
	second = srcu_read_lock(&srcu);
	srcu_read_unlock(&srcu, first);
	cbs = rcu_dereference(ptr);
	if (cbs)
		cbs->f();
	srcu_read_unlock(&srcu, second);
}

/**
 * strategy: nmi
 * title: an NMI handler has sections of SRCU
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

__nmi void reader(void)
{
	struct callbacks *cbs;
	int idx = srcu_read_lock_nmisafe(&srcu);

	cbs = rcu_dereference(ptr);
	if (cbs)
		cbs->f();
	srcu_read_unlock_nmisafe(&srcu, idx);
}

/**
 * strategy: two-providers
 * title: check, then publish, by two modules at once
 * question: Does a check for an earlier provider keep a second one out?
 * source: the check of commit ff083a2d972f, without its promise that KVM is
 *     alone
 * providers: 2
 * expect: holds NoNullDereference, NoUseBeforeInit,
 *     NoDereferenceAfterTeardown, ReadersObserveNullAfterGracePeriod,
 *     PriorReadersComplete, NoDeadlock, UnregisterCompletes
 * expect: violates SingleProvider, NoWarning
 * expect: n/a ConsistentSnapshot, ReadersComplete
 */
struct callbacks {
	unsigned long (*get_ip)(void);
};

struct callbacks *perf_guest_cbs;

__register int register_callbacks(struct callbacks *cbs)
{
	if (rcu_access_pointer(perf_guest_cbs))
		return -16; /* -EBUSY */

	rcu_assign_pointer(perf_guest_cbs, cbs);
	return 0;
}

__unregister void unregister_callbacks(struct callbacks *cbs)
{
	WARN_ON_ONCE(rcu_access_pointer(perf_guest_cbs) != cbs);
	rcu_assign_pointer(perf_guest_cbs, NULL);
	synchronize_rcu();
}

__nmi void sample(void)
{
	struct callbacks *cbs = rcu_dereference(perf_guest_cbs);

	if (cbs)
		cbs->get_ip();
}

/**
 * strategy: rcu
 * title: rcu_dereference()/rcu_assign_pointer() and a grace period
 * question: Are all readers gone, and do new ones find NULL, when unregister
 *     returns?
 * source: commit ff083a2d972f ("perf: Protect perf_guest_cbs with RCU")
 * expect: holds NoNullDereference, NoUseBeforeInit,
 *     NoDereferenceAfterTeardown, ReadersObserveNullAfterGracePeriod,
 *     PriorReadersComplete, ConsistentSnapshot, NoWarning, NoDeadlock,
 *     UnregisterCompletes
 * expect: n/a SingleProvider, ReadersComplete
 */
struct callbacks {
	bool (*is_in_guest)(void);
	unsigned long (*get_ip)(void);
};

struct callbacks *perf_guest_cbs;

__register void register_callbacks(struct callbacks *cbs)
{
	if (WARN_ON_ONCE(rcu_access_pointer(perf_guest_cbs)))
		return;

	/*
	 * pairs with sample():41; with WRITE_ONCE(perf_guest_cbs, cbs): use
	 * before initialisation, line 41, under weak.
	 * pairs with unregister_callbacks():30; without it: warning, line 30,
	 * under weak.
	 */
	rcu_assign_pointer(perf_guest_cbs, cbs);
}

__unregister void unregister_callbacks(struct callbacks *cbs)
{
	if (WARN_ON_ONCE(rcu_access_pointer(perf_guest_cbs) != cbs))
		return;

	/*
	 * pairs with sample():39; without it: old object found after a grace
	 * period, line 39, under weak.
	 */
	rcu_assign_pointer(perf_guest_cbs, NULL);
	/*
	 * pairs with sample():39; without it: reader still running after
	 * unregister, line 39, under weak.
	 */
	synchronize_rcu();
}

__nmi void sample(void)
{
	/*
	 * pairs with unregister_callbacks():33; with perf_guest_cbs: NULL
	 * dereference, line 41, under weak.
	 */
	struct callbacks *cbs = rcu_dereference(perf_guest_cbs);

	if (cbs && cbs->is_in_guest())
		cbs->get_ip();
}

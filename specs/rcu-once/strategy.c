/**
 * strategy: rcu-once
 * title: READ_ONCE()/WRITE_ONCE() and a grace period
 * question: Do marked accesses and a grace period suffice?
 * source: the thread on PATCH 05/15, step 1 of the plan
 * expect: holds NoNullDereference, NoDereferenceAfterTeardown,
 *     ReadersObserveNullAfterGracePeriod, PriorReadersComplete,
 *     ConsistentSnapshot, NoDeadlock, UnregisterCompletes
 * expect sc: holds NoUseBeforeInit
 * expect tso: holds NoUseBeforeInit
 * expect weak: violates NoUseBeforeInit
 * expect: n/a SingleProvider, NoWarning, ReadersComplete
 */
struct callbacks {
	bool (*is_in_guest)(void);
	unsigned long (*get_ip)(void);
};

struct callbacks *perf_guest_cbs;

__register void register_callbacks(struct callbacks *cbs)
{
	WRITE_ONCE(perf_guest_cbs, cbs);
}

__unregister void unregister_callbacks(struct callbacks *cbs)
{
	WRITE_ONCE(perf_guest_cbs, NULL);
	synchronize_rcu();
}

__nmi void sample(void)
{
	struct callbacks *cbs = READ_ONCE(perf_guest_cbs);

	if (cbs && cbs->is_in_guest())
		cbs->get_ip();
}

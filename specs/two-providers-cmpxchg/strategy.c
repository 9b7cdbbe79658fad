/**
 * strategy: two-providers-cmpxchg
 * title: publish by cmpxchg(), by two modules at once
 * question: Does an atomic check-and-publish keep a second provider out?
 * source: how two-providers is mended
 * providers: 2
 * expect: holds NoNullDereference, NoUseBeforeInit,
 *     NoDereferenceAfterTeardown, ReadersObserveNullAfterGracePeriod,
 *     PriorReadersComplete, SingleProvider, NoWarning,
 *     NoDeadlock, UnregisterCompletes
 * expect: n/a ConsistentSnapshot, ReadersComplete
 */
struct callbacks {
	unsigned long (*get_ip)(void);
};

struct callbacks *perf_guest_cbs;

__register int register_callbacks(struct callbacks *cbs)
{
	if (cmpxchg(&perf_guest_cbs, NULL, cbs))
		return -16; /* -EBUSY */

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

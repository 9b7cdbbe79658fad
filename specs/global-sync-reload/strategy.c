/**
 * strategy: global-sync-reload
 * title: WRITE_ONCE(NULL) and synchronize_rcu(), read by plain loads
 * question: Does a grace period alone make unregistering safe, when the reader
 *     still lets the compiler load the pointer twice?
 * source: the thread on PATCH 05/15: "That alone won't be sufficient"
 * expect: holds NoDereferenceAfterTeardown,
 *     ReadersObserveNullAfterGracePeriod, PriorReadersComplete, NoDeadlock,
 *     UnregisterCompletes, ConsistentSnapshot
 * expect sc: holds NoUseBeforeInit
 * expect tso: holds NoUseBeforeInit
 * expect weak: violates NoUseBeforeInit
 * expect: violates NoNullDereference
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
	if (perf_guest_cbs && perf_guest_cbs->is_in_guest())
		perf_guest_cbs->get_ip();
}

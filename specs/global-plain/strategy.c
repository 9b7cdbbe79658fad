/**
 * strategy: global-plain
 * title: plain loads, plain stores, no wait
 * question: May an NMI dereference the pointer while its provider goes away?
 * source: perf before commit ff083a2d972f ("perf: Protect perf_guest_cbs with
 *     RCU")
 * expect sc: holds NoUseBeforeInit
 * expect tso: holds NoUseBeforeInit
 * expect weak: violates NoUseBeforeInit
 * expect: violates NoNullDereference, NoDereferenceAfterTeardown,
 *     PriorReadersComplete, ConsistentSnapshot
 * expect: n/a ReadersObserveNullAfterGracePeriod, SingleProvider, NoWarning,
 *     NoDeadlock, UnregisterCompletes, ReadersComplete
 */
struct callbacks {
	bool (*is_in_guest)(void);
	unsigned long (*get_ip)(void);
};

struct callbacks *perf_guest_cbs;

__register void register_callbacks(struct callbacks *cbs)
{
	perf_guest_cbs = cbs;
}

__unregister void unregister_callbacks(struct callbacks *cbs)
{
	perf_guest_cbs = NULL;
}

__nmi void sample(void)
{
	if (perf_guest_cbs && perf_guest_cbs->is_in_guest())
		perf_guest_cbs->get_ip();
}

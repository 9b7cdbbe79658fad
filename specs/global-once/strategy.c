/**
 * strategy: global-once
 * title: READ_ONCE()/WRITE_ONCE(), no wait
 * question: Is it enough that the reader loads the pointer once?
 * source: the thread on PATCH 05/15 "perf: Track guest callbacks on a per-CPU
 *     basis"
 * expect: holds NoNullDereference, ConsistentSnapshot
 * expect sc: holds NoUseBeforeInit
 * expect tso: holds NoUseBeforeInit
 * expect weak: violates NoUseBeforeInit
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
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
	WRITE_ONCE(perf_guest_cbs, cbs);
}

__unregister void unregister_callbacks(struct callbacks *cbs)
{
	WRITE_ONCE(perf_guest_cbs, NULL);
}

__nmi void sample(void)
{
	struct callbacks *cbs = READ_ONCE(perf_guest_cbs);

	if (cbs && cbs->is_in_guest())
		cbs->get_ip();
}

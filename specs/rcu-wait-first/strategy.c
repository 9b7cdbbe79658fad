/**
 * strategy: rcu-wait-first
 * title: the grace period before the unpublication
 * question: Does it matter in which order unregister clears the pointer and
 *     waits?
 * source: commit ff083a2d972f with two lines swapped
 * expect: holds NoNullDereference, NoUseBeforeInit, ConsistentSnapshot,
 *     NoDeadlock, UnregisterCompletes
 * expect: violates NoDereferenceAfterTeardown,
 *     ReadersObserveNullAfterGracePeriod, PriorReadersComplete
 * expect: n/a SingleProvider, NoWarning, ReadersComplete
 */
struct callbacks {
	bool (*is_in_guest)(void);
	unsigned long (*get_ip)(void);
};

struct callbacks *perf_guest_cbs;

__register void register_callbacks(struct callbacks *cbs)
{
	rcu_assign_pointer(perf_guest_cbs, cbs);
}

__unregister void unregister_callbacks(struct callbacks *cbs)
{
	synchronize_rcu();
	rcu_assign_pointer(perf_guest_cbs, NULL);
}

__nmi void sample(void)
{
	struct callbacks *cbs = rcu_dereference(perf_guest_cbs);

	if (cbs && cbs->is_in_guest())
		cbs->get_ip();
}

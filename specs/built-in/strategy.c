/**
 * strategy: built-in
 * title: registered by code that is never unloaded
 * question: What is left to check when nobody ever unregisters?
 * source: the thread on PATCH 05/15: "No longer allowing KVM to be a module
 *     would be AWESOME"
 * expect: holds NoNullDereference, NoUseBeforeInit, ConsistentSnapshot
 * expect: n/a NoDereferenceAfterTeardown, ReadersObserveNullAfterGracePeriod,
 *     PriorReadersComplete, SingleProvider, NoWarning, NoDeadlock,
 *     UnregisterCompletes, ReadersComplete
 */
struct callbacks {
	bool (*is_in_guest)(void);
	unsigned long (*get_ip)(void);
};

struct callbacks *perf_guest_cbs;

__register __permanent void register_callbacks(struct callbacks *cbs)
{
	rcu_assign_pointer(perf_guest_cbs, cbs);
}

__nmi void sample(void)
{
	struct callbacks *cbs = rcu_dereference(perf_guest_cbs);

	if (cbs && cbs->is_in_guest())
		cbs->get_ip();
}

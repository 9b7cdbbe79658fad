/**
 * strategy: state-call
 * title: one ->state() in place of ->is_in_guest() and ->is_user_mode(), on RCU
 * question: Is one call for the state as safe as two for its parts?
 * source: commit b9f5621c9547 ("perf/core: Rework guest callbacks to prepare
 *     for static_call support")
 * expect: holds NoNullDereference, NoUseBeforeInit,
 *     NoDereferenceAfterTeardown, ReadersObserveNullAfterGracePeriod,
 *     PriorReadersComplete, ConsistentSnapshot, NoDeadlock,
 *     UnregisterCompletes
 * expect: n/a SingleProvider, NoWarning, ReadersComplete
 */
struct callbacks {
	unsigned long (*state)(void);
	unsigned long (*get_ip)(void);
};

struct callbacks *perf_guest_cbs;

__register void register_callbacks(struct callbacks *cbs)
{
	rcu_assign_pointer(perf_guest_cbs, cbs);
}

__unregister void unregister_callbacks(struct callbacks *cbs)
{
	rcu_assign_pointer(perf_guest_cbs, NULL);
	synchronize_rcu();
}

static unsigned long guest_state(struct callbacks *cbs)
{
	if (!cbs)
		return 0;

	return cbs->state();
}

__nmi void sample(void)
{
	struct callbacks *cbs = rcu_dereference(perf_guest_cbs);

	if (guest_state(cbs) != 0)
		cbs->get_ip();
}

/**
 * strategy: static-call-sync
 * title: static_call_update() and a grace period
 * question: Can a reader see one callback of a registration and miss the other?
 * source: commit 87b940a0675e ("perf/core: Use static_call to optimize
 *     perf_guest_info_callbacks")
 * expect: holds NoNullDereference, NoUseBeforeInit,
 *     NoDereferenceAfterTeardown, ReadersObserveNullAfterGracePeriod,
 *     PriorReadersComplete, NoDeadlock, UnregisterCompletes
 * expect: violates ConsistentSnapshot
 * expect: n/a SingleProvider, NoWarning, ReadersComplete
 */
struct callbacks {
	unsigned long (*state)(void);
	unsigned long (*get_ip)(void);
};

DEFINE_STATIC_CALL_RET0(guest_state, guest_state_fn);
DEFINE_STATIC_CALL_RET0(guest_get_ip, guest_get_ip_fn);

__register void register_callbacks(struct callbacks *cbs)
{
	static_call_update(guest_state, cbs->state);
	static_call_update(guest_get_ip, cbs->get_ip);
}

__unregister void unregister_callbacks(struct callbacks *cbs)
{
	static_call_update(guest_state, (void *)&__static_call_return0);
	static_call_update(guest_get_ip, (void *)&__static_call_return0);
	synchronize_rcu();
}

__nmi void sample(void)
{
	if (static_call(guest_state)())
		static_call(guest_get_ip)();
}

/**
 * strategy: static-call
 * title: static_call_update() to a function that returns 0, no wait
 * question: Does patching the call sites make a grace period unnecessary?
 * source: the thread on PATCH 05/15: "with the static_call() we patch in an
 *     xor %rax,%rax"
 * expect: holds NoNullDereference, NoUseBeforeInit
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete,
 *     ConsistentSnapshot
 * expect: n/a ReadersObserveNullAfterGracePeriod, SingleProvider, NoWarning,
 *     NoDeadlock, UnregisterCompletes, ReadersComplete
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
}

__nmi void sample(void)
{
	if (static_call(guest_state)())
		static_call(guest_get_ip)();
}

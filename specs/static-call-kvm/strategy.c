/**
 * strategy: static-call-kvm
 * title: static calls, and a state that is true only while a guest runs on
 *     that CPU
 * question: Does KVM's protocol close the window between the two static calls?
 * source: commit 87b940a0675e, with arch/x86/kvm as its user
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

DEFINE_STATIC_CALL_RET0(guest_state, guest_state_fn);
DEFINE_STATIC_CALL_RET0(guest_get_ip, guest_get_ip_fn);

/* Whether this CPU runs a guest. */
DEFINE_PER_CPU(bool, guest_running);

static unsigned long kvm_guest_state(void)
{
	return this_cpu_read(guest_running);
}

static unsigned long kvm_guest_get_ip(void);

static struct callbacks kvm_guest_cbs = {
	.state = kvm_guest_state,
	.get_ip = kvm_guest_get_ip,
};

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

__task __pins_provider void vcpu_run(void)
{
	preempt_disable();
	this_cpu_write(guest_running, true);
	/* the guest runs here */
	this_cpu_write(guest_running, false);
	preempt_enable();
}

__nmi void sample(void)
{
	if (static_call(guest_state)())
		static_call(guest_get_ip)();
}

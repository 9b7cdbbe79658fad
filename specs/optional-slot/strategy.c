/**
 * strategy: optional-slot
 * title: a slot that is filled after the registration
 * question: May the callbacks be registered before the hardware is set up?
 * source: commits f4b027c5c819 ("KVM: x86: Register perf callbacks after
 *     calling vendor's hardware_setup()") and 5c7df80e2ce4, before them
 * expect: holds NoUseBeforeInit, NoDereferenceAfterTeardown,
 *     ReadersObserveNullAfterGracePeriod, PriorReadersComplete,
 *     ConsistentSnapshot, NoDeadlock, UnregisterCompletes
 * expect: violates NoNullDereference
 * expect: n/a SingleProvider, NoWarning, ReadersComplete
 */
struct callbacks {
	bool (*is_in_guest)(void);
	unsigned int (*handle_intel_pt_intr)(void);
};

struct callbacks *perf_guest_cbs;

static bool kvm_is_in_guest(void);
static unsigned int kvm_handle_intel_pt_intr(void);

/* Whether there is a PT handler is known only when the hardware has been set up. */
static struct callbacks kvm_guest_cbs = {
	.is_in_guest = kvm_is_in_guest,
};

static void hardware_setup(struct callbacks *cbs)
{
	cbs->handle_intel_pt_intr = kvm_handle_intel_pt_intr;
}

__register void register_callbacks(struct callbacks *cbs)
{
	rcu_assign_pointer(perf_guest_cbs, cbs);
	hardware_setup(cbs);
}

__unregister void unregister_callbacks(struct callbacks *cbs)
{
	rcu_assign_pointer(perf_guest_cbs, NULL);
	synchronize_rcu();
}

__nmi void handle_pmi(void)
{
	struct callbacks *cbs = rcu_dereference(perf_guest_cbs);

	if (cbs && cbs->is_in_guest())
		cbs->handle_intel_pt_intr();
}

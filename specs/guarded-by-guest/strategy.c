/**
 * strategy: guarded-by-guest
 * title: plain loads behind KVM's protocol
 * question: Perf "always wins the race to the guarded code": does it win the
 *     race to the guard?
 * source: PATCH 05/15 "perf: Track guest callbacks on a per-CPU basis", the
 *     changelog
 * note: the guarded call of get_ip() never fails: no guest can go away while
 *     the NMI that interrupted it runs; the guard itself does
 * expect: holds ConsistentSnapshot
 * expect sc: holds NoUseBeforeInit
 * expect tso: holds NoUseBeforeInit
 * expect weak: violates NoUseBeforeInit
 * expect: violates NoNullDereference, NoDereferenceAfterTeardown,
 *     PriorReadersComplete
 * expect: n/a ReadersObserveNullAfterGracePeriod, SingleProvider, NoWarning,
 *     NoDeadlock, UnregisterCompletes, ReadersComplete
 */
struct callbacks {
	bool (*is_in_guest)(void);
	unsigned long (*get_ip)(void);
};

struct callbacks *perf_guest_cbs;

/* Whether this CPU runs a guest. */
DEFINE_PER_CPU(bool, guest_running);

static bool kvm_is_in_guest(void)
{
	return this_cpu_read(guest_running);
}

static unsigned long kvm_get_guest_ip(void);

static struct callbacks kvm_guest_cbs = {
	.is_in_guest = kvm_is_in_guest,
	.get_ip = kvm_get_guest_ip,
};

__register void register_callbacks(struct callbacks *cbs)
{
	perf_guest_cbs = cbs;
}

__unregister void unregister_callbacks(struct callbacks *cbs)
{
	perf_guest_cbs = NULL;
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
	if (perf_guest_cbs && perf_guest_cbs->is_in_guest())
		perf_guest_cbs->get_ip();
}

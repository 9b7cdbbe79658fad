/**
 * strategy: per-cpu-owner
 * title: each CPU's pointer written by its own vCPU task, preemption off
 * question: Is a pointer safe without a grace period, if only its own CPU
 *     writes it around guest entry?
 * source: the thread on PATCH 05/15: "KVM only writes to the pointer from the
 *     owning CPU"
 * expect: holds NoNullDereference, NoUseBeforeInit,
 *     NoDereferenceAfterTeardown, PriorReadersComplete, ConsistentSnapshot
 * expect: n/a ReadersObserveNullAfterGracePeriod, SingleProvider, NoWarning,
 *     NoDeadlock, UnregisterCompletes, ReadersComplete
 */
struct callbacks {
	bool (*is_in_guest)(void);
	unsigned long (*get_ip)(void);
};

DEFINE_PER_CPU(struct callbacks *, perf_guest_cbs);

/* Registering only makes the module ready: nobody sees the callbacks but through a vCPU. */
__register void register_callbacks(struct callbacks *cbs)
{
}

__unregister void unregister_callbacks(struct callbacks *cbs)
{
}

__task __pins_provider void vcpu_run(struct callbacks *cbs)
{
	preempt_disable();
	this_cpu_write(perf_guest_cbs, cbs);
	/* the guest runs here */
	this_cpu_write(perf_guest_cbs, NULL);
	preempt_enable();
}

__nmi void sample(void)
{
	struct callbacks *cbs = this_cpu_read(perf_guest_cbs);

	if (cbs && cbs->is_in_guest())
		cbs->get_ip();
}

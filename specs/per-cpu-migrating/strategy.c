/**
 * strategy: per-cpu-migrating
 * title: each CPU's pointer written by a vCPU task that may migrate
 * question: What if the vCPU task can be moved to another CPU while the
 *     pointer is set?
 * source: the thread on PATCH 05/15: "flows that are protected against
 *     preemption"
 * expect: holds NoNullDereference, NoUseBeforeInit, ConsistentSnapshot
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
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
	this_cpu_write(perf_guest_cbs, cbs);
	/* the guest runs here */
	this_cpu_write(perf_guest_cbs, NULL);
}

__nmi void sample(void)
{
	struct callbacks *cbs = this_cpu_read(perf_guest_cbs);

	if (cbs && cbs->is_in_guest())
		cbs->get_ip();
}

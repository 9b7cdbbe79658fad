/**
 * strategy: per-cpu-broadcast
 * title: one pointer for each CPU, all written by the one that registers
 * question: Does a pointer for each CPU help as long as one CPU writes them
 *     all?
 * source: PATCH 05/15 "perf: Track guest callbacks on a per-CPU basis", as
 *     posted
 * expect: holds NoNullDereference, ConsistentSnapshot
 * expect sc: holds NoUseBeforeInit
 * expect tso: holds NoUseBeforeInit
 * expect weak: violates NoUseBeforeInit
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect: n/a ReadersObserveNullAfterGracePeriod, SingleProvider, NoWarning,
 *     NoDeadlock, UnregisterCompletes, ReadersComplete
 */
struct callbacks {
	bool (*is_in_guest)(void);
	unsigned long (*get_ip)(void);
};

DEFINE_PER_CPU(struct callbacks *, perf_guest_cbs);

__register void register_callbacks(struct callbacks *cbs)
{
	int cpu;

	for_each_possible_cpu(cpu)
		per_cpu(perf_guest_cbs, cpu) = cbs;
}

__unregister void unregister_callbacks(struct callbacks *cbs)
{
	int cpu;

	for_each_possible_cpu(cpu)
		per_cpu(perf_guest_cbs, cpu) = NULL;
}

__nmi void sample(void)
{
	struct callbacks *cbs = this_cpu_read(perf_guest_cbs);

	if (cbs && cbs->is_in_guest())
		cbs->get_ip();
}

/**
 * strategy: util-hook
 * title: a governor's hook on each CPU: all removed, then one grace period
 * group: per-CPU and sleeping readers
 * question: May the governor be unloaded when it has removed its hooks?
 * source: kernel/sched/cpufreq.c, on cpufreq_remove_update_util_hook()
 * expect: holds NoNullDereference, NoUseBeforeInit,
 *     NoDereferenceAfterTeardown, ReadersObserveNullAfterGracePeriod,
 *     PriorReadersComplete, NoDeadlock, UnregisterCompletes
 * expect: n/a ConsistentSnapshot, SingleProvider, NoWarning,
 *     ReadersComplete
 */
struct update_util_data {
	void (*func)(struct update_util_data *data);
};

DEFINE_PER_CPU(struct update_util_data __rcu *, cpufreq_update_util_data);

__register void sugov_start(struct update_util_data *data)
{
	int cpu;

	for_each_possible_cpu(cpu)
		rcu_assign_pointer(per_cpu(cpufreq_update_util_data, cpu), data);
}

__unregister void sugov_stop(struct update_util_data *data)
{
	int cpu;

	for_each_possible_cpu(cpu)
		rcu_assign_pointer(per_cpu(cpufreq_update_util_data, cpu), NULL);
	synchronize_rcu();
}

/* From the scheduler, with interrupts off. */
__irq void cpufreq_update_util(void)
{
	struct update_util_data *data;

	data = rcu_dereference_sched(*this_cpu_ptr(&cpufreq_update_util_data));
	if (data)
		data->func(data);
}

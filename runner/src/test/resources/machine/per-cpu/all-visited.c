/**
 * strategy: all-visited
 * title: for_each_possible_cpu() visits every CPU
 * expect: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

DEFINE_PER_CPU(bool, ready);
bool all_ready;

__register void reg(void)
{
	int cpu;

	for_each_possible_cpu(cpu)
		per_cpu(ready, cpu) = true;
	smp_store_release(&all_ready, true);
}

__unregister void unreg(void)
{
}

__nmi void sample(void)
{
	if (smp_load_acquire(&all_ready))
		WARN_ON(!this_cpu_read(ready));
}

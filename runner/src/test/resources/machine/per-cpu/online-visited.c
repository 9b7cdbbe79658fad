/**
 * strategy: online-visited
 * title: every CPU is online, and none comes or goes
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

	cpus_read_lock();
	for_each_online_cpu(cpu)
		per_cpu(ready, cpu) = true;
	cpus_read_unlock();
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

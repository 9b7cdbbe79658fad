/**
 * strategy: one-after-the-other
 * title: the CPUs are visited one after the other
 * expect: violates NoWarning
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
	if (this_cpu_read(ready))
		WARN_ON(!smp_load_acquire(&all_ready));
}

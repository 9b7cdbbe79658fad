/**
 * strategy: own-cpu-only
 * title: this_cpu_write() writes one CPU alone
 * expect: violates NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

DEFINE_PER_CPU(bool, ready);
bool all_ready;

__register void reg(void)
{
	this_cpu_write(ready, true);
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

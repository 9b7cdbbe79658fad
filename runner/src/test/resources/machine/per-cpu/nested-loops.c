/**
 * strategy: nested-loops
 * title: a for_each_possible_cpu() inside another visits every pair of CPUs
 * expect: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

DEFINE_PER_CPU(bool, ready);
bool all_ready;

__register void reg(struct callbacks *cbs)
{
	int from, to;
	bool missed = true;

	for_each_possible_cpu(from) {
		missed = true;
		for_each_possible_cpu(to) {
			if (from == to)
				missed = false;
			WRITE_ONCE(per_cpu(ready, to), true);
		}
		WARN_ON(missed);
	}
	smp_store_release(&all_ready, true);
}

__unregister void unreg(struct callbacks *cbs)
{
}

__nmi void sample(void)
{
	if (smp_load_acquire(&all_ready))
		WARN_ON(!this_cpu_read(ready));
}

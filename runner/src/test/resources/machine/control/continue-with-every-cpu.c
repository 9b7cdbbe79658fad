/**
 * strategy: continue-with-every-cpu
 * title: a CPU that is not busy is passed over, and the others are waited for
 * expect: holds NoDereferenceAfterTeardown
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;
DEFINE_PER_CPU(bool, busy);

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(void)
{
	int cpu;

	WRITE_ONCE(ptr, NULL);
	for_each_possible_cpu(cpu) {
		if (!smp_load_acquire(&per_cpu(busy, cpu)))
			continue;
		while (smp_load_acquire(&per_cpu(busy, cpu)))
			cpu_relax();
	}
}

__nmi void sample(void)
{
	struct callbacks *cbs;

	this_cpu_write(busy, true);
	cbs = READ_ONCE(ptr);
	if (cbs)
		cbs->f();
	this_cpu_write(busy, false);
}

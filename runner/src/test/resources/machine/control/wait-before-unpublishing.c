/**
 * strategy: wait-before-unpublishing
 * title: unregister waits until no CPU is busy, then unpublishes
 * expect: violates NoDereferenceAfterTeardown
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

	for_each_possible_cpu(cpu)
		while (smp_load_acquire(&per_cpu(busy, cpu)))
			cpu_relax();
	WRITE_ONCE(ptr, NULL);
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

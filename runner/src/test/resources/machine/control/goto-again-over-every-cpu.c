/**
 * strategy: goto-again-over-every-cpu
 * title: a loop over the CPUs that begins again may never end
 * expect: holds NoDereferenceAfterTeardown
 * expect: violates UnregisterCompletes
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
again:
	for_each_possible_cpu(cpu)
		if (smp_load_acquire(&per_cpu(busy, cpu)))
			goto again;
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

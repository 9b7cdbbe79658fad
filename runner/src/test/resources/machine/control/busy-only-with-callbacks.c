/**
 * strategy: busy-only-with-callbacks
 * title: a reader that finds NULL does not become busy
 * expect: violates NoDereferenceAfterTeardown
 * expect: holds UnregisterCompletes
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
	for_each_possible_cpu(cpu)
		while (smp_load_acquire(&per_cpu(busy, cpu)))
			cpu_relax();
}

__nmi void sample(void)
{
	struct callbacks *cbs;

	cbs = READ_ONCE(ptr);
	if (cbs) {
		this_cpu_write(busy, true);
		cbs->f();
		this_cpu_write(busy, false);
	}
}

/**
 * strategy: stub-of-each-cpu
 * title: each CPU has a pointer, which leads to the stub or to what is registered
 * expect: holds NoNullDereference, NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: holds NoNullDereference, NoDereferenceAfterTeardown, PriorReadersComplete
 */
typedef void (*hook_t)(int);

static int missed;

static void stub(int n)
{
	WRITE_ONCE(missed, n);
}

static DEFINE_PER_CPU(hook_t, hook) = stub;

__register void set(hook_t fn)
{
	int cpu;

	for_each_possible_cpu(cpu)
		smp_store_release(&per_cpu(hook, cpu), fn);
}

__unregister void clear(void)
{
	int cpu;

	for_each_possible_cpu(cpu)
		WRITE_ONCE(per_cpu(hook, cpu), stub);
	synchronize_rcu();
}

__irq void interrupt(void)
{
	this_cpu_read(hook)(1);
}

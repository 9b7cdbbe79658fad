/**
 * strategy: on-each-cpu-task
 * title: a task still has what its CPU has forgotten
 * expect: holds NoNullDereference, UnregisterCompletes
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct probe {
	void (*hit)(void);
};

static DEFINE_PER_CPU(struct probe *, cpu_probe);

static void probe_off(void *info)
{
	this_cpu_write(cpu_probe, NULL);
}

__task void tick(void)
{
	struct probe *p = this_cpu_read(cpu_probe);

	if (p)
		p->hit();
}

__register void probe_attach(struct probe *p)
{
	int cpu;

	for_each_possible_cpu(cpu)
		per_cpu(cpu_probe, cpu) = p;
}

__unregister void probe_detach(struct probe *p)
{
	on_each_cpu(probe_off, NULL, 1);
}

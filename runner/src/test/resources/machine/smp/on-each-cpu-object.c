/**
 * strategy: on-each-cpu-object
 * title: each CPU is told which object, and forgets that one
 * expect: holds NoNullDereference, NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct probe {
	void (*hit)(void);
};

static DEFINE_PER_CPU(struct probe *, cpu_probe);

static void probe_on(void *info)
{
	this_cpu_write(cpu_probe, info);
}

static void probe_off(void *info)
{
	struct probe *p = info;

	if (this_cpu_read(cpu_probe) == p)
		this_cpu_write(cpu_probe, NULL);
}

__irq void tick(void)
{
	struct probe *p = this_cpu_read(cpu_probe);

	if (p)
		p->hit();
}

__register void probe_attach(struct probe *p)
{
	on_each_cpu(probe_on, p, 1);
}

__unregister void probe_detach(struct probe *p)
{
	on_each_cpu(probe_off, p, 1);
}

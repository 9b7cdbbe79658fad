/**
 * strategy: on-each-cpu
 * title: each CPU forgets what is registered before unregistering returns
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, UnregisterCompletes
 */
struct probe {
	void (*hit)(void);
};

static DEFINE_PER_CPU(struct probe *, cpu_probe);
static struct probe *new_probe;

static void probe_on(void *info)
{
	this_cpu_write(cpu_probe, READ_ONCE(new_probe));
}

static void probe_off(void *info)
{
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
	WRITE_ONCE(new_probe, p);
	on_each_cpu(probe_on, NULL, 1);
}

__unregister void probe_detach(struct probe *p)
{
	on_each_cpu(probe_off, NULL, 1);
}

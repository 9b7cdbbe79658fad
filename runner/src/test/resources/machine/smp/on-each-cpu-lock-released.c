/**
 * strategy: on-each-cpu-lock-released
 * title: nobody waits for the lock of who waits for the CPUs
 * expect: holds UnregisterCompletes, ReadersComplete, NoDereferenceAfterTeardown
 */
struct probe {
	void (*hit)(void);
};

static DEFINE_SPINLOCK(lock);
static struct probe *probe;
static DEFINE_PER_CPU(bool, gone);

static void probe_off(void *info)
{
	this_cpu_write(gone, true);
}

__task void use(void)
{
	unsigned long flags;

	spin_lock_irqsave(&lock, flags);
	if (probe)
		probe->hit();
	spin_unlock_irqrestore(&lock, flags);
}

__register void probe_attach(struct probe *p)
{
	spin_lock_irq(&lock);
	probe = p;
	spin_unlock_irq(&lock);
}

__unregister void probe_detach(struct probe *p)
{
	spin_lock(&lock);
	probe = NULL;
	spin_unlock(&lock);
	on_each_cpu(probe_off, NULL, 1);
}

/**
 * strategy: on-each-cpu-lock-held
 * title: a CPU that waits for the lock with interrupts off is not interrupted
 * expect: violates UnregisterCompletes, ReadersComplete
 * expect: holds NoDereferenceAfterTeardown
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
	on_each_cpu(probe_off, NULL, 1);
	spin_unlock(&lock);
}

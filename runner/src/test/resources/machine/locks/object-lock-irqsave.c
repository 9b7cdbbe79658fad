/**
 * strategy: object-lock-irqsave
 * title: the same, with interrupts off in the task
 * expect: holds NoDeadlock, NoDereferenceAfterTeardown
 * expect tso: holds NoDeadlock, NoDereferenceAfterTeardown
 * expect weak: holds NoDeadlock, NoDereferenceAfterTeardown
 */
struct device {
	spinlock_t lock;
	void (*f)(void);
};

static struct device *current_device;

__register void reg(struct device *d)
{
	unsigned long flags;

	smp_store_release(&current_device, d);
	spin_lock_irqsave(&d->lock, flags);
	spin_unlock_irqrestore(&d->lock, flags);
}

__unregister void unreg(struct device *d)
{
	WRITE_ONCE(current_device, NULL);
	synchronize_rcu();
}

__irq void call(void)
{
	struct device *d;

	rcu_read_lock();
	d = smp_load_acquire(&current_device);
	if (d) {
		spin_lock(&d->lock);
		d->f();
		spin_unlock(&d->lock);
	}
	rcu_read_unlock();
}

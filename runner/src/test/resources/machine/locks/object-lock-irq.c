/**
 * strategy: object-lock-irq
 * title: an interrupt handler waits for the lock of the device whose lock the task holds that it interrupted
 * expect: violates NoDeadlock
 * expect tso: violates NoDeadlock
 * expect weak: violates NoDeadlock
 */
struct device {
	spinlock_t lock;
	void (*f)(void);
};

static struct device *current_device;

__register void reg(struct device *d)
{
	smp_store_release(&current_device, d);
	spin_lock(&d->lock);
	spin_unlock(&d->lock);
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

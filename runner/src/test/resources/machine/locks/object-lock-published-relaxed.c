/**
 * strategy: object-lock-published-relaxed
 * title: a lock is initialised before the device is published, by a store that orders nothing
 * expect sc: holds NoUseBeforeInit
 * expect tso: holds NoUseBeforeInit
 * expect weak: violates NoUseBeforeInit
 * expect: holds NoDereferenceAfterTeardown
 */
struct device {
	spinlock_t lock;
	void (*f)(void);
};

static struct device *current_device;

__register void reg(struct device *d)
{
	spin_lock_init(&d->lock);
	barrier();
	WRITE_ONCE(current_device, d);
}

__unregister void unreg(struct device *d)
{
	WRITE_ONCE(current_device, NULL);
	synchronize_rcu();
}

__task void call(void)
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

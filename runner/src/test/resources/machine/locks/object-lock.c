/**
 * strategy: object-lock
 * title: each device has a lock, under which its callback is called
 * expect: holds NoUseBeforeInit, NoDereferenceAfterTeardown, NoDeadlock
 * expect tso: holds NoUseBeforeInit, NoDereferenceAfterTeardown, NoDeadlock
 */
struct device {
	spinlock_t lock;
	bool live;
	void (*f)(void);
};

static struct device *current_device;

__register void reg(struct device *d)
{
	spin_lock_init(&d->lock);
	d->live = true;
	smp_store_release(&current_device, d);
}

__unregister void unreg(struct device *d)
{
	WRITE_ONCE(current_device, NULL);
	spin_lock(&d->lock);
	d->live = false;
	spin_unlock(&d->lock);
	synchronize_rcu();
}

__task void call(void)
{
	struct device *d;

	rcu_read_lock();
	d = smp_load_acquire(&current_device);
	if (d) {
		spin_lock(&d->lock);
		if (d->live)
			d->f();
		spin_unlock(&d->lock);
	}
	rcu_read_unlock();
}

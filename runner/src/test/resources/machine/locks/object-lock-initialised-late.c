/**
 * strategy: object-lock-initialised-late
 * title: a lock is initialised when others may take it already
 * expect: violates NoUseBeforeInit
 * expect: holds NoDereferenceAfterTeardown
 * expect tso: violates NoUseBeforeInit
 * expect tso: holds NoDereferenceAfterTeardown
 */
struct device {
	spinlock_t lock;
	void (*f)(void);
};

static struct device *current_device;

__register void reg(struct device *d)
{
	smp_store_release(&current_device, d);
	spin_lock_init(&d->lock);
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

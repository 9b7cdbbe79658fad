/**
 * strategy: object-lock-of-nothing
 * title: the lock of a device is taken where there is no device
 * expect: violates NoNullDereference
 * expect: holds NoDereferenceAfterTeardown
 * expect tso: violates NoNullDereference
 * expect tso: holds NoDereferenceAfterTeardown
 * expect weak: violates NoNullDereference
 * expect weak: holds NoDereferenceAfterTeardown
 */
struct device {
	spinlock_t lock;
	void (*f)(void);
};

static struct device *current_device;

__register void reg(struct device *d)
{
	smp_store_release(&current_device, d);
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
	spin_lock(&d->lock);
	d->f();
	spin_unlock(&d->lock);
	rcu_read_unlock();
}

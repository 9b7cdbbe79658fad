/**
 * strategy: object-lock-trylock
 * title: an interrupt handler does without the lock of the device if somebody has it
 * expect sc: holds NoDeadlock, NoWarning, NoDereferenceAfterTeardown
 * expect tso: holds NoDeadlock, NoWarning, NoDereferenceAfterTeardown
 */
struct device {
	spinlock_t lock;
	bool inside;
	void (*f)(void);
};

static struct device *current_device;

static void use(struct device *d)
{
	WARN_ON(READ_ONCE(d->inside));
	WRITE_ONCE(d->inside, true);
	WRITE_ONCE(d->inside, false);
}

__register void reg(struct device *d)
{
	d->inside = false;
	smp_store_release(&current_device, d);
	spin_lock(&d->lock);
	use(d);
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
	if (d && spin_trylock(&d->lock)) {
		use(d);
		d->f();
		spin_unlock(&d->lock);
	}
	rcu_read_unlock();
}

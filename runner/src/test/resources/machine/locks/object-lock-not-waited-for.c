/**
 * strategy: object-lock-not-waited-for
 * title: the device is freed while somebody holds its lock
 * expect: violates NoDereferenceAfterTeardown
 * expect tso: violates NoDereferenceAfterTeardown
 * expect weak: violates NoDereferenceAfterTeardown
 */
struct device {
	spinlock_t lock;
	void (*f)(void);
};

static DEFINE_SPINLOCK(devices);
static struct device *current_device;

__register void reg(struct device *d)
{
	spin_lock(&devices);
	current_device = d;
	spin_unlock(&devices);
}

__unregister void unreg(struct device *d)
{
	spin_lock(&devices);
	current_device = NULL;
	spin_unlock(&devices);
}

__task void call(void)
{
	struct device *d;

	spin_lock(&devices);
	d = current_device;
	if (!d) {
		spin_unlock(&devices);
		return;
	}
	spin_lock(&d->lock);
	spin_unlock(&devices);
	d->f();
	spin_unlock(&d->lock);
}

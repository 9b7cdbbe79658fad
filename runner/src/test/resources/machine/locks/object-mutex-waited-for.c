/**
 * strategy: object-mutex-waited-for
 * title: the same by a mutex, which who releases it still uses when the next has it
 * expect: violates NoDereferenceAfterTeardown
 * expect: holds NoDeadlock
 * expect tso: violates NoDereferenceAfterTeardown
 * expect tso: holds NoDeadlock
 * expect weak: violates NoDereferenceAfterTeardown
 * expect weak: holds NoDeadlock
 */
struct device {
	struct mutex lock;
	void (*f)(void);
};

static DEFINE_MUTEX(devices);
static struct device *current_device;

__register void reg(struct device *d)
{
	mutex_lock(&devices);
	current_device = d;
	mutex_unlock(&devices);
}

__unregister void unreg(struct device *d)
{
	mutex_lock(&devices);
	current_device = NULL;
	mutex_unlock(&devices);
	mutex_lock(&d->lock);
	mutex_unlock(&d->lock);
}

__task void call(void)
{
	struct device *d;

	mutex_lock(&devices);
	d = current_device;
	if (!d) {
		mutex_unlock(&devices);
		return;
	}
	mutex_lock(&d->lock);
	mutex_unlock(&devices);
	d->f();
	mutex_unlock(&d->lock);
}

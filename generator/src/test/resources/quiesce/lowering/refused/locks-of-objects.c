struct device {
	spinlock_t lock;
	rwlock_t rw;
	struct mutex mutex;
	int n;
	void (*f)(void);
};

static struct device *current_device, *other_device;

__register void reg(struct device *d)
{
	WRITE_ONCE(current_device, d);
}

__unregister void unreg(struct device *d)
{
	WRITE_ONCE(current_device, NULL);
	synchronize_rcu();
}

__task void another_kind(void)
{
	struct device *d = READ_ONCE(current_device);

	if (d)
		read_lock(&d->rw);
}

__task void another_type(void)
{
	struct device *d = READ_ONCE(current_device);

	if (d)
		spin_lock(&d->mutex);
}

__task void another_pointer(void)
{
	struct device *d = READ_ONCE(current_device);
	struct device *e = READ_ONCE(other_device);

	if (d && e) {
		spin_lock(&d->lock);
		spin_unlock(&e->lock);
	}
}

__task void moves_on(void)
{
	struct device *d = READ_ONCE(current_device);

	if (d) {
		spin_lock(&d->lock);
		d = READ_ONCE(other_device);
		spin_unlock(&d->lock);
	}
}

__task void not_released(void)
{
	struct device *d = READ_ONCE(current_device);

	if (d)
		mutex_lock(&d->mutex);
}

__irq void sleeps(void)
{
	struct device *d = READ_ONCE(current_device);

	if (d) {
		mutex_lock(&d->mutex);
		mutex_unlock(&d->mutex);
	}
}

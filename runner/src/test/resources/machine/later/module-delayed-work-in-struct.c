/**
 * strategy: module-delayed-work-in-struct
 * title: delayed work in a global struct is set up where that is defined
 * expect: holds NoDereferenceAfterTeardown, NoWarning, NoDeadlock
 * expect weak: holds NoDereferenceAfterTeardown, NoWarning
 */
struct device {
	struct delayed_work poll;
	bool up;
};

static void refresh(struct work_struct *work);

static struct device device = {
	.poll = __DELAYED_WORK_INITIALIZER(device.poll, refresh, 0),
};

static void refresh(struct work_struct *work)
{
	struct device *d = container_of(work, struct device, poll.work);

	WARN_ON(!READ_ONCE(d->up));
	mod_delayed_work(system_wq, &d->poll, HZ);
}

static int __init device_start(void)
{
	device.up = true;
	schedule_delayed_work(&device.poll, HZ);
	return 0;
}
module_init(device_start);

static void __exit device_stop(void)
{
	cancel_delayed_work_sync(&device.poll);
	device.up = false;
}
module_exit(device_stop);

/**
 * strategy: module-kthread
 * title: a module stops its thread before it goes
 * expect: holds NoDereferenceAfterTeardown, NoWarning, NoDeadlock, UnregisterCompletes
 * expect weak: holds NoDereferenceAfterTeardown, NoWarning, NoDeadlock, UnregisterCompletes
 */
struct device {
	struct task_struct *thread;
	int beats;
};

static struct device device;

static int beat(void *data)
{
	struct device *dev = data;

	while (!kthread_should_stop()) {
		WRITE_ONCE(dev->beats, 1);
		ssleep(1);
	}
	return 0;
}

static int __init device_init(void)
{
	struct task_struct *t = kthread_run(beat, &device, "beat");

	if (IS_ERR_OR_NULL(t))
		return PTR_ERR_OR_ZERO(t);
	device.thread = t;
	return 0;
}
module_init(device_init);

static void __exit device_exit(void)
{
	kthread_stop(device.thread);
	device.thread = NULL;
}
module_exit(device_exit);

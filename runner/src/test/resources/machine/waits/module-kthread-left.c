/**
 * strategy: module-kthread-left
 * title: the text of a thread goes with its module
 * expect: violates NoDereferenceAfterTeardown
 * expect weak: violates NoDereferenceAfterTeardown
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
	device.thread = NULL;
}
module_exit(device_exit);

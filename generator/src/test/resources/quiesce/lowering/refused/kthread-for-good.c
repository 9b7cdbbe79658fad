struct callbacks {
	void (*f)(void);
};

static struct callbacks *ptr;
static struct task_struct *thread;

static int worker(void *data)
{
	while (!kthread_should_stop())
		msleep(1);
	return 0;
}

__register __permanent int reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
	thread = kthread_run(worker, NULL, "worker");
	if (IS_ERR(thread)) {
		kthread_stop(thread);
		return PTR_ERR(thread);
	}
	return 0;
}

__irq void reader(void)
{
	struct callbacks *cbs = READ_ONCE(ptr);

	if (cbs)
		cbs->f();
}

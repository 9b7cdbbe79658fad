struct callbacks {
	void (*f)(void);
};

static struct callbacks *ptr;
static bool done;
static DECLARE_WAIT_QUEUE_HEAD(queue);
static struct task_struct *sleeper;

static int sleep(void *data)
{
	while (!kthread_should_stop())
		msleep(10);
	return 0;
}

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
	sleeper = kthread_run(sleep, NULL, "sleep");
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, NULL);
	wake_up(&queue);
}

__irq void reader(void)
{
	wait_event(queue, READ_ONCE(done));
	kthread_stop(sleeper);
}

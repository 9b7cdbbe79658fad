/**
 * strategy: kthread-left
 * title: a kernel thread that nobody stops uses what is gone
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete, ConsistentSnapshot
 * expect weak: violates NoUseBeforeInit
 */
struct callbacks {
	void (*refresh)(void);
};

static struct callbacks *ops;
static struct task_struct *thread;

static int worker(void *data)
{
	while (!kthread_should_stop()) {
		struct callbacks *o = READ_ONCE(ops);

		if (o)
			o->refresh();
		msleep(10);
	}
	return 0;
}

__register int reg(struct callbacks *cbs)
{
	WRITE_ONCE(ops, cbs);
	thread = kthread_run(worker, NULL, "worker/%d", 1);
	if (IS_ERR(thread))
		return PTR_ERR(thread);
	return 0;
}

__unregister void unreg(struct callbacks *cbs)
{
	/* the thread is forgotten */
	WRITE_ONCE(ops, NULL);
}

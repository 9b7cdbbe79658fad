/**
 * strategy: kthread-ends-itself
 * title: who stops a kernel thread that has ended uses a task that is gone
 * expect: violates NoDereferenceAfterTeardown
 * expect weak: violates NoDereferenceAfterTeardown
 */
struct callbacks {
	void (*refresh)(void);
};

static struct callbacks *ops;
static struct task_struct *thread;

static int worker(void *data)
{
	struct callbacks *o = READ_ONCE(ops);

	if (o)
		o->refresh();
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
	kthread_stop(thread);
	WRITE_ONCE(ops, NULL);
}

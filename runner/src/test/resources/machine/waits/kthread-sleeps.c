/**
 * strategy: kthread-sleeps
 * title: kthread_stop() wakes the thread, which asks whether it should stop
 * expect: holds NoDereferenceAfterTeardown, NoWarning, NoDeadlock, UnregisterCompletes
 * expect weak: holds NoDereferenceAfterTeardown, NoWarning, NoDeadlock, UnregisterCompletes
 */
struct callbacks {
	void (*refresh)(void);
};

static struct callbacks *ops;
static struct task_struct *thread;
static DECLARE_WAIT_QUEUE_HEAD(queue);

static int worker(void *data)
{
	wait_event_idle(queue, kthread_should_stop());
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

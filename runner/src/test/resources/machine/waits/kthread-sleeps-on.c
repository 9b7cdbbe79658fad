/**
 * strategy: kthread-sleeps-on
 * title: a thread that does not ask whether it should stop sleeps on
 * expect: violates NoDeadlock, UnregisterCompletes
 * expect weak: violates NoDeadlock, UnregisterCompletes
 */
struct callbacks {
	void (*refresh)(void);
};

static struct callbacks *ops;
static struct task_struct *thread;
static bool ready;
static DECLARE_WAIT_QUEUE_HEAD(queue);

static int worker(void *data)
{
	wait_event_idle(queue, READ_ONCE(ready));
	return 0;
}

__register int reg(struct callbacks *cbs)
{
	WRITE_ONCE(ready, false);
	WRITE_ONCE(ops, cbs);
	thread = kthread_run(worker, NULL, "worker/%d", 1);
	if (IS_ERR(thread))
		return PTR_ERR(thread);
	return 0;
}

__unregister void unreg(struct callbacks *cbs)
{
	kthread_stop(thread);
	WRITE_ONCE(ready, true);
	WRITE_ONCE(ops, NULL);
}

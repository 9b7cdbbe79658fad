/**
 * strategy: kthread-works
 * title: a thread sleeps until there is work, or it should stop
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoWarning, NoDeadlock, UnregisterCompletes
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
	while (!kthread_should_stop()) {
		wait_event_interruptible(queue, smp_load_acquire(&ready) || kthread_should_stop());
		if (smp_load_acquire(&ready))
			READ_ONCE(ops)->refresh();
	}
	return 0;
}

__register int reg(struct callbacks *cbs)
{
	WRITE_ONCE(ops, cbs);
	thread = kthread_run(worker, NULL, "worker/%d", 1);
	if (IS_ERR(thread))
		return PTR_ERR(thread);
	smp_store_release(&ready, true);
	wake_up(&queue);
	return 0;
}

__unregister void unreg(struct callbacks *cbs)
{
	kthread_stop(thread);
	WRITE_ONCE(ready, false);
	WRITE_ONCE(ops, NULL);
}

/**
 * strategy: kthread-object
 * title: a thread has the object that it was made for
 * expect: holds NoDereferenceAfterTeardown, PriorReadersComplete, UnregisterCompletes
 */
struct poller {
	void (*poll)(struct poller *p);
	struct task_struct *task;
};

static int poller_thread(void *data)
{
	struct poller *p = data;

	while (!kthread_should_stop())
		p->poll(p);
	return 0;
}

__register int poller_start(struct poller *p)
{
	struct task_struct *t = kthread_run(poller_thread, p, "poller");

	if (IS_ERR(t))
		return PTR_ERR(t);
	p->task = t;
	return 0;
}

__unregister void poller_stop(struct poller *p)
{
	kthread_stop(p->task);
}

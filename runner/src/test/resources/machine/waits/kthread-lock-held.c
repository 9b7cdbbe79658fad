/**
 * strategy: kthread-lock-held
 * title: who stops a kernel thread must not hold what it needs to end
 * expect: violates NoDeadlock, UnregisterCompletes
 * expect weak: violates NoDeadlock, UnregisterCompletes
 */
struct callbacks {
	void (*refresh)(void);
};

static struct callbacks *ops;
static struct task_struct *thread;
static DEFINE_MUTEX(lock);

static int worker(void *data)
{
	while (!kthread_should_stop()) {
		mutex_lock(&lock);
		ops->refresh();
		mutex_unlock(&lock);
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
	mutex_lock(&lock);
	kthread_stop(thread);
	mutex_unlock(&lock);
	WRITE_ONCE(ops, NULL);
}

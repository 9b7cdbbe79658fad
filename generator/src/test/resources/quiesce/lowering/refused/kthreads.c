struct callbacks {
	void (*f)(void);
};

static struct callbacks *ptr;
static struct task_struct *one;
static struct task_struct *two;

static int worker(void *data)
{
	return 0;
}

static int other(void *data)
{
	if (kthread_should_stop())
		return 0;
	return 1;
}

static int late(void *data)
{
	return 0;
}

__task int with_role(void *data)
{
	two = kthread_run(late, NULL, "late");
	return kthread_should_stop();
}

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
	one = kthread_run(worker, NULL, "one");
	two = kthread_run(worker, NULL, "two");
	two = kthread_run(with_role, NULL, "role");
	two = kthread_run(cbs->f, NULL, "unknown");
	two = kthread_run(other, NULL);
	if (IS_ERR(one) || PTR_ERR(cbs))
		return;
}

__unregister int unreg(struct callbacks *cbs)
{
	kthread_stop(cbs);
	one = cbs;
	return kthread_stop(one);
}

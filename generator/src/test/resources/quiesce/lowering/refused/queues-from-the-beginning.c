struct ops {
	void (*call)(void);
};

struct target {
	struct ops *ops;
	struct work_struct work;
};

static struct workqueue_struct *wq, *other;
static struct target *cur;

static void run(struct work_struct *work)
{
	struct target *t = container_of(work, struct target, work);

	t->ops->call();
}

__register int reg(struct ops *ops)
{
	struct target *t = kzalloc(sizeof(*t), GFP_KERNEL);

	if (!t)
		return -ENOMEM;
	t->ops = ops;
	INIT_WORK(&t->work, run);
	cur = t;
	return 0;
}

__unregister void unreg(struct ops *ops)
{
	cancel_work_sync(&cur->work);
	kfree(cur);
	cur = NULL;
}

__task void use(void)
{
	if (wq)
		queue_work(wq, &cur->work);
}

static int __init start(void)
{
	wq = alloc_ordered_workqueue("ordered", 0);
	return wq ? 0 : -ENOMEM;
}
subsys_initcall(start);

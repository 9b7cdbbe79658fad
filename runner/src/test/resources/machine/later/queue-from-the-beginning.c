/**
 * strategy: queue-from-the-beginning
 * title: a queue that an initcall allocates runs the work of an object, which is waited for
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 * expect: violates ReadersObserveNullAfterGracePeriod
 */
struct ops {
	void (*kick)(void);
};

struct target {
	struct ops *ops;
	struct work_struct kick;
};

static struct workqueue_struct *wq;
static struct target __rcu *target;

static void kick_work(struct work_struct *work)
{
	struct target *t = container_of(work, struct target, kick);

	t->ops->kick();
}

__register struct target *add(struct ops *ops)
{
	struct target *t = kzalloc(sizeof(*t), GFP_KERNEL);

	if (!t)
		return ERR_PTR(-ENOMEM);
	t->ops = ops;
	INIT_WORK(&t->kick, kick_work);
	rcu_assign_pointer(target, t);
	return t;
}

__unregister void del(struct target *t)
{
	RCU_INIT_POINTER(target, NULL);
	synchronize_rcu();
	cancel_work_sync(&t->kick);
	kfree(t);
}

__softirq void kick(void)
{
	struct target *t;

	rcu_read_lock();
	t = rcu_dereference(target);
	if (t)
		queue_work(wq, &t->kick);
	rcu_read_unlock();
}

static int __init start(void)
{
	wq = alloc_workqueue("kick", WQ_UNBOUND | WQ_MEM_RECLAIM, 0);
	if (!wq)
		return -ENOMEM;
	return 0;
}
subsys_initcall(start);

/**
 * strategy: call-rcu-lock
 * title: a callback of RCU takes a lock that a task holds with softirqs on
 * expect: violates NoDeadlock, ReadersComplete
 */
struct limits {
	int low;
	struct rcu_head rcu;
};

static struct limits __rcu *limits;
static DEFINE_SPINLOCK(lock);

static void limits_free(struct rcu_head *head)
{
	spin_lock(&lock);
	kfree(container_of(head, struct limits, rcu));
	spin_unlock(&lock);
}

__register int limits_set(void (*unused)(void))
{
	struct limits *lim = kzalloc(sizeof(*lim), GFP_KERNEL);

	if (!lim)
		return -ENOMEM;
	lim->low = 1;
	spin_lock(&lock);
	rcu_assign_pointer(limits, lim);
	spin_unlock(&lock);
	return 0;
}

__unregister void limits_clear(void)
{
	struct limits *old = rcu_dereference_protected(limits, true);

	RCU_INIT_POINTER(limits, NULL);
	call_rcu(&old->rcu, limits_free);
}

__irq void check(void)
{
	struct limits *lim;

	rcu_read_lock();
	lim = rcu_dereference(limits);
	WARN_ON(lim && lim->low != 1);
	rcu_read_unlock();
}

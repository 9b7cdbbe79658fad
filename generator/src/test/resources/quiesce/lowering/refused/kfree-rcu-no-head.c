struct limits {
	int low;
	struct timer_list timer;
	struct rcu_head rcu;
};
static struct limits __rcu *limits;
static int low;
__register int reg(void (*f)(void))
{
	struct limits *lim = kzalloc(sizeof(*lim), GFP_KERNEL);

	if (!lim)
		return -ENOMEM;
	rcu_assign_pointer(limits, lim);
	return 0;
}
__unregister void unreg(void)
{
	struct limits *old = rcu_dereference_protected(limits, true);

	RCU_INIT_POINTER(limits, NULL);
	kfree_rcu(old, timer);
	kfree_rcu(old, head);
	kfree_rcu(low, rcu);
	kfree_rcu(old);
	old->rcu.function = 0;
}
__irq void check(void)
{
	struct limits *lim;

	rcu_read_lock();
	lim = rcu_dereference(limits);
	WARN_ON(lim && lim->low > 1);
	rcu_read_unlock();
}

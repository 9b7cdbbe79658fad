/**
 * strategy: module-call-rcu-again
 * title: a callback of RCU gives itself to RCU again, for which rcu_barrier() does not wait
 * expect: violates NoDereferenceAfterTeardown
 */
struct limits {
	int low;
	struct rcu_head rcu;
};

static struct limits __rcu *limits;

static void limits_free(struct rcu_head *head)
{
	struct limits *lim = container_of(head, struct limits, rcu);

	if (READ_ONCE(lim->low)) {
		WRITE_ONCE(lim->low, 0);
		call_rcu(head, limits_free);
	}
}

static int lim_init(void)
{
	struct limits *lim = kzalloc(sizeof(*lim), GFP_KERNEL);

	if (!lim)
		return -ENOMEM;
	lim->low = 1;
	rcu_assign_pointer(limits, lim);
	return 0;
}
module_init(lim_init);

static void lim_exit(void)
{
	struct limits *old = rcu_dereference_protected(limits, true);

	RCU_INIT_POINTER(limits, NULL);
	call_rcu(&old->rcu, limits_free);
	rcu_barrier();
}
module_exit(lim_exit);

__irq void check(void)
{
	struct limits *lim;

	rcu_read_lock();
	lim = rcu_dereference(limits);
	WARN_ON(lim && lim->low > 1);
	rcu_read_unlock();
}

/**
 * strategy: module-call-rcu
 * title: a module waits for its callbacks of RCU before it goes
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, NoWarning, NoDeadlock, UnregisterCompletes
 * expect tso: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, NoWarning, NoDeadlock
 */
struct limits {
	int low;
	struct rcu_head rcu;
};

static struct limits __rcu *limits;

static void limits_free(struct rcu_head *head)
{
	kfree(container_of(head, struct limits, rcu));
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
	WARN_ON(lim && lim->low != 1);
	rcu_read_unlock();
}

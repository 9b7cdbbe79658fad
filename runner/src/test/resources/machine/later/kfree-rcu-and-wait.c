/**
 * strategy: kfree-rcu-and-wait
 * title: unregistering waits for one grace period, and RCU for another
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 * expect tso: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 */
struct limits {
	int low;
	struct rcu_head rcu;
};

static struct limits __rcu *limits;
static void (*hook)(void);

__register int reg(void (*f)(void))
{
	struct limits *lim = kzalloc(sizeof(*lim), GFP_KERNEL);

	if (!lim)
		return -ENOMEM;
	lim->low = 1;
	rcu_assign_pointer(limits, lim);
	WRITE_ONCE(hook, f);
	return 0;
}

__unregister void unreg(void)
{
	struct limits *old = rcu_dereference_protected(limits, true);

	RCU_INIT_POINTER(limits, NULL);
	WRITE_ONCE(hook, NULL);
	kfree_rcu(old, rcu);
	synchronize_rcu();
}

__irq void check(void)
{
	struct limits *lim;
	void (*f)(void);

	rcu_read_lock();
	lim = rcu_dereference(limits);
	f = READ_ONCE(hook);
	if (lim && f && lim->low)
		f();
	rcu_read_unlock();
}

/**
 * strategy: call-srcu-other-readers
 * title: readers of RCU are not waited for by SRCU
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct limits {
	int low;
	struct rcu_head rcu;
};

DEFINE_STATIC_SRCU(srcu);

static struct limits __rcu *limits;

static void limits_free(struct rcu_head *head)
{
	kfree(container_of(head, struct limits, rcu));
}

__register int limits_set(void (*unused)(void))
{
	struct limits *lim = kzalloc(sizeof(*lim), GFP_KERNEL);

	if (!lim)
		return -ENOMEM;
	lim->low = 1;
	rcu_assign_pointer(limits, lim);
	return 0;
}

__unregister void limits_clear(void)
{
	struct limits *old = rcu_dereference_protected(limits, true);

	RCU_INIT_POINTER(limits, NULL);
	call_srcu(&srcu, &old->rcu, limits_free);
}

__task void check(void)
{
	struct limits *lim;

	rcu_read_lock();
	lim = rcu_dereference(limits);
	WARN_ON(lim && lim->low != 1);
	rcu_read_unlock();
}

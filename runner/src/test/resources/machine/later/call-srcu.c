/**
 * strategy: call-srcu
 * title: old limits are freed once no reader of the domain can have them
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
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
	int idx = srcu_read_lock(&srcu);

	lim = srcu_dereference(limits, &srcu);
	WARN_ON(lim && lim->low != 1);
	srcu_read_unlock(&srcu, idx);
}

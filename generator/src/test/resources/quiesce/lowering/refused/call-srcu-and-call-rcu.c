struct limits {
	int low;
	struct rcu_head rcu;
};
DEFINE_STATIC_SRCU(srcu);
static struct limits *limits;
static void limits_free(struct rcu_head *head)
{
	kfree(container_of(head, struct limits, rcu));
}
__register int limits_set(void (*unused)(void))
{
	struct limits *lim = kzalloc(sizeof(*lim), GFP_KERNEL);

	if (!lim)
		return -ENOMEM;
	rcu_assign_pointer(limits, lim);
	return 0;
}
__unregister void limits_clear(void)
{
	struct limits *old = rcu_dereference_protected(limits, true);

	RCU_INIT_POINTER(limits, NULL);
	if (old->low)
		call_srcu(&srcu, &old->rcu, limits_free);
	else
		call_rcu(&old->rcu, limits_free);
}

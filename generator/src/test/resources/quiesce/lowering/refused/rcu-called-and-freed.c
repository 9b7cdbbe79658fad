struct limits {
	int low;
	struct rcu_head rcu;
};
static struct limits __rcu *limits;
static void lim_free(struct rcu_head *head)
{
	kfree(container_of(head, struct limits, rcu));
}
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
	struct limits *old = rcu_replace_pointer(limits, NULL, true);

	if (old && old->low)
		call_rcu(&old->rcu, lim_free);
	else
		kfree_rcu(old, rcu);
}

/**
 * strategy: module-call-srcu
 * title: a module waits for its callbacks of SRCU before it goes
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, NoWarning, NoDeadlock, UnregisterCompletes
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
	call_srcu(&srcu, &old->rcu, limits_free);
	srcu_barrier(&srcu);
}
module_exit(lim_exit);

__task void check(void)
{
	struct limits *lim;
	int idx = srcu_read_lock(&srcu);

	lim = srcu_dereference(limits, &srcu);
	WARN_ON(lim && lim->low != 1);
	srcu_read_unlock(&srcu, idx);
}

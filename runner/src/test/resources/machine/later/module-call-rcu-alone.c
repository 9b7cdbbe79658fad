/**
 * strategy: module-call-rcu-alone
 * title: nothing of the object is used but what RCU keeps in it
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, NoDeadlock, UnregisterCompletes
 * expect tso: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, NoDeadlock
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, NoDeadlock
 */
struct limits {
	int low;
	struct rcu_head rcu;
};

static struct limits *limits;

static void limits_free(struct rcu_head *head)
{
	kfree(container_of(head, struct limits, rcu));
}

static int __init limits_init(void)
{
	struct limits *lim = kzalloc(sizeof(*lim), GFP_KERNEL);

	if (!lim)
		return -ENOMEM;
	limits = lim;
	return 0;
}
module_init(limits_init);

static void __exit limits_exit(void)
{
	call_rcu(&limits->rcu, limits_free);
	rcu_barrier();
}
module_exit(limits_exit);

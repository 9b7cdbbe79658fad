/**
 * strategy: rcu-callback
 * title: a module that frees by call_rcu(), with rcu_barrier() before it
 *     goes
 * group: timers and RCU callbacks
 * question: Has every RCU callback of the module run when its text goes
 *     away?
 * source: Documentation/RCU/rcubarrier.rst
 * expect: holds NoNullDereference, NoUseBeforeInit,
 *     NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock,
 *     UnregisterCompletes, ReadersComplete
 * expect: n/a ReadersObserveNullAfterGracePeriod, ConsistentSnapshot,
 *     SingleProvider, NoWarning
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

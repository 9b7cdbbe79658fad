/**
 * strategy: rcu-callback-left
 * title: a module that frees by call_rcu(), and goes
 * group: timers and RCU callbacks
 * question: May RCU call a function of a module that is gone?
 * source: Documentation/RCU/rcubarrier.rst, "Unloading Modules That Use
 *     call_rcu()"
 * expect: holds NoNullDereference, NoUseBeforeInit, PriorReadersComplete,
 *     NoDeadlock, ReadersComplete
 * expect: violates NoDereferenceAfterTeardown
 * expect: n/a ReadersObserveNullAfterGracePeriod, ConsistentSnapshot,
 *     SingleProvider, NoWarning, UnregisterCompletes
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
}
module_exit(limits_exit);

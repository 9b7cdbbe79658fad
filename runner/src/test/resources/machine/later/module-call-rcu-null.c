/**
 * strategy: module-call-rcu-null
 * title: RCU keeps nothing in an object that could not be allocated
 * expect: violates NoNullDereference
 * expect tso: violates NoNullDereference
 * expect weak: violates NoNullDereference
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

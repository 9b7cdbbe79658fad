/**
 * strategy: default-struct-slot-empty
 * title: the default has no function, and nobody tests for that
 * expect: violates NoNullDereference
 * expect tso: violates NoNullDereference
 * expect weak: violates NoNullDereference
 */
struct ops {
	void (*run)(void);
};

static struct ops default_ops = {};
static struct ops *cur = &default_ops;

__register void set(struct ops *ops)
{
	rcu_assign_pointer(cur, ops);
}

__unregister void clear(struct ops *ops)
{
	WRITE_ONCE(cur, &default_ops);
	synchronize_rcu();
}

__irq void interrupt(void)
{
	struct ops *ops = READ_ONCE(cur);

	ops->run();
}

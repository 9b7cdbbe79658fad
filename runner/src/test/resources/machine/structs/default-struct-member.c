/**
 * strategy: default-struct-member
 * title: a member is that of the struct that the pointer leads to
 * expect: violates NoWarning
 * expect tso: violates NoWarning
 * expect weak: violates NoWarning
 */
struct ops {
	void (*run)(void);
	bool of_file;
};

static struct ops default_ops = { .of_file = true };
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
	struct ops *ops = rcu_dereference(cur);

	if (ops == &default_ops)
		WARN_ON(ops->of_file);
}

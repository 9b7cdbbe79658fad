/**
 * strategy: chosen-element-within
 * title: an index of the array, or NULL
 * expect: holds NoWarning, NoNullDereference
 * expect tso: holds NoWarning, NoNullDereference
 * expect weak: holds NoWarning, NoNullDereference
 */
struct ops {
	void (*run)(void);
};

struct slot {
	struct ops *ops;
	int users;
};

static struct slot slots[2];

__register void set(struct ops *ops)
{
	rcu_assign_pointer(slots[0].ops, ops);
}

__unregister void clear(struct ops *ops)
{
	WRITE_ONCE(slots[0].ops, NULL);
	synchronize_rcu();
}

__irq void interrupt(int n)
{
	struct slot *s = NULL;
	struct ops *ops;

	if (n >= 0 && n < 2)
		s = &slots[n];
	if (!s)
		return;
	ops = rcu_dereference(s->ops);
	if (ops)
		ops->run();
}

/**
 * strategy: chosen-element-null
 * title: the pointer is NULL when it is followed, and its copy is not
 * expect: violates NoNullDereference
 * expect tso: violates NoNullDereference
 * expect weak: violates NoNullDereference
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

static struct slot *other(struct slot *s)
{
	s = s == &slots[0] ? &slots[1] : &slots[0];
	return s;
}

__irq void interrupt(void)
{
	struct ops *ops;
	struct slot *s = NULL;
	struct slot *first;
	struct slot *second;

	s = &slots[0];
	first = s;
	second = other(s);
	WARN_ON(s != first);
	s = NULL;
	WARN_ON(s || !first || first == second || second != &slots[1]);
	ops = rcu_dereference(s->ops);
	if (ops)
		ops->run();
}

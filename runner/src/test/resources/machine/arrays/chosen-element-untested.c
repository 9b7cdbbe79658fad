/**
 * strategy: chosen-element-untested
 * title: no element is free, and nobody tests for that
 * providers: 2
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

static struct slot slots[1];
static DEFINE_MUTEX(lock);

__register int set(struct ops *ops)
{
	struct slot *s = NULL;
	int i;

	mutex_lock(&lock);
	for (i = 0; i < 1; i++) {
		if (!slots[i].ops) {
			s = &slots[i];
			break;
		}
	}
	rcu_assign_pointer(s->ops, ops);
	mutex_unlock(&lock);
	return 0;
}

static struct slot *find(struct ops *ops)
{
	int i;

	for (i = 0; i < 1; i++)
		if (slots[i].ops == ops)
			return &slots[i];
	return NULL;
}

__unregister void clear(struct ops *ops)
{
	struct slot *s;

	mutex_lock(&lock);
	s = find(ops);
	if (s)
		WRITE_ONCE(s->ops, NULL);
	mutex_unlock(&lock);
	synchronize_rcu();
}

__irq void interrupt(void)
{
	struct slot *s = &slots[0];
	struct ops *ops = rcu_dereference(s->ops);

	if (ops)
		ops->run();
}

/**
 * strategy: chosen-element-no-wait
 * title: a reader may have found the pointer in the element that is emptied
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect tso: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: violates NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct ops {
	void (*run)(void);
};

struct slot {
	struct ops *ops;
	int users;
};

static struct slot slots[2];
static DEFINE_MUTEX(lock);

__register int set(struct ops *ops)
{
	struct slot *s = NULL;
	int i;

	mutex_lock(&lock);
	for (i = 0; i < 2; i++) {
		if (!slots[i].ops) {
			s = &slots[i];
			break;
		}
	}
	if (!s) {
		mutex_unlock(&lock);
		return -EBUSY;
	}
	rcu_assign_pointer(s->ops, ops);
	mutex_unlock(&lock);
	return 0;
}

static struct slot *find(struct ops *ops)
{
	int i;

	for (i = 0; i < 2; i++)
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
}

__irq void interrupt(int n)
{
	struct slot *s = n ? &slots[1] : &slots[0];
	struct ops *ops = rcu_dereference(s->ops);

	if (ops)
		ops->run();
}

/**
 * strategy: chosen-element
 * title: a pointer leads to the first element that is free, or to none
 * providers: 2
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, ReadersObserveNullAfterGracePeriod, PriorReadersComplete, NoWarning
 * expect tso: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, ReadersObserveNullAfterGracePeriod, PriorReadersComplete, NoWarning
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
	synchronize_rcu();
}

__irq void interrupt(int n)
{
	struct slot *s = n ? &slots[1] : &slots[0];
	struct ops *ops = rcu_dereference(s->ops);

	if (ops)
		ops->run();
}

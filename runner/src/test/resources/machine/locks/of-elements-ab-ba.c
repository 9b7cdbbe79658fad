/**
 * strategy: of-elements-ab-ba
 * title: the locks of two elements are taken in the opposite order
 * expect: violates NoDeadlock, ReadersComplete
 */
struct ops {
	void (*run)(void);
};

struct slot {
	struct mutex lock;
	struct ops *ops;
};

static struct slot slots[2] = { { .lock = __MUTEX_INITIALIZER(slots[0].lock) } };

static void both(struct slot *a, struct slot *b)
{
	mutex_lock(&a->lock);
	mutex_lock(&b->lock);
	mutex_unlock(&b->lock);
	mutex_unlock(&a->lock);
}

__register void set(struct ops *ops)
{
	both(&slots[0], &slots[1]);
	rcu_assign_pointer(slots[0].ops, ops);
}

__unregister void clear(struct ops *ops)
{
	WRITE_ONCE(slots[0].ops, NULL);
	synchronize_rcu();
}

__task void run(void)
{
	struct ops *ops;

	both(&slots[1], &slots[0]);
	rcu_read_lock();
	ops = rcu_dereference(slots[0].ops);
	if (ops)
		ops->run();
	rcu_read_unlock();
}

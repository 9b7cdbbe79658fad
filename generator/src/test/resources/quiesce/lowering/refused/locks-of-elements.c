struct ops {
	void (*run)(void);
};

struct slot {
	spinlock_t lock;
	struct mutex mutex;
	struct ops *ops;
};

struct other {
	spinlock_t lock;
	int n;
};

static struct slot slots[2];
static struct other others[2] = { { .lock = 1 } };
static DEFINE_PER_CPU(struct other, own);

static void use(struct slot *s)
{
	spin_lock(&s->lock);
	spin_unlock(&s->lock);
}

__register void set(struct ops *ops)
{
	struct slot *s = NULL;

	mutex_lock(&slots[0].lock);
	spin_lock(&slots[2].lock);
	if (ops->run)
		s = &slots[1];
	use(s);
	use(&slots[1]);
	WRITE_ONCE(slots[0].ops, ops);
}

__unregister void clear(struct ops *ops)
{
	WRITE_ONCE(slots[0].ops, NULL);
	synchronize_rcu();
}

__irq void interrupt(unsigned int n)
{
	struct ops *ops = READ_ONCE(slots[0].ops);

	spin_lock(&slots[n].lock);
	if (ops)
		ops->run();
	spin_unlock(&slots[n].lock);
}

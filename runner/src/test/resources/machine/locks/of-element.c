/**
 * strategy: of-element
 * title: each element has a lock of its own, and it is that one
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 * expect tso: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 */
struct ops {
	void (*run)(void);
};

struct slot {
	spinlock_t lock;
	struct ops *ops;
};

static struct slot slots[2];

static void fill(struct slot *s, struct ops *ops)
{
	spin_lock_bh(&s->lock);
	s->ops = ops;
	spin_unlock_bh(&s->lock);
}

__register void set(struct ops *ops)
{
	int i;

	for (i = 0; i < ARRAY_SIZE(slots); i++)
		fill(&slots[i], ops);
}

__unregister void clear(struct ops *ops)
{
	fill(&slots[0], NULL);
	fill(&slots[1], NULL);
}

__softirq void run(void)
{
	struct slot *s = &slots[1];

	spin_lock(&s->lock);
	if (s->ops)
		s->ops->run();
	spin_unlock(&s->lock);
}

struct ops {
	void (*run)(void);
};

struct slot {
	struct ops *ops;
};

static struct slot slots[2];
static struct slot others[2];

struct bin {
	struct ops *ops;
};

static struct bin bins[2];
static struct bin alone;
static struct bin *kept;

__register void set(struct ops *ops)
{
	struct slot *s = NULL;
	struct bin *b = NULL;
	int n = 1;

	s = &slots[n];
	b = &alone;
	b = &bins[2];
	b = ops;
	b = n ? &alone : NULL;
	kept = b;
	b++;
	WRITE_ONCE(slots[0].ops, ops);
}

__unregister void clear(struct ops *ops)
{
	WRITE_ONCE(slots[0].ops, NULL);
	synchronize_rcu();
}

__irq void interrupt(void)
{
	struct ops *ops = READ_ONCE(slots[0].ops);

	if (ops)
		ops->run();
}

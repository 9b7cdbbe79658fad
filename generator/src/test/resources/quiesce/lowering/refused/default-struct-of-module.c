struct ops {
	void (*run)(void);
};

static void run(void)
{
}

static struct ops default_ops = { .run = run };
static struct ops *cur = &default_ops;
static struct ops mine = { .run = run };
static struct ops *other = &default_ops.run;
static struct ops *third = &nothing;

__register int set(struct ops *ops)
{
	WRITE_ONCE(cur, ops);
	return 0;
}

__unregister void clear(struct ops *ops)
{
	WRITE_ONCE(cur, &default_ops);
	synchronize_rcu();
}

__irq void interrupt(void)
{
	READ_ONCE(cur)->run();
}

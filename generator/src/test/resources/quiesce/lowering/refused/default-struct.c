struct ops {
	void (*run)(void);
	int (*next)(void);
};

struct other {
	void (*run)(void);
};

static void run(int n)
{
}

static struct ops default_ops = { .run = run };
static struct ops *cur = &default_ops;
static struct ops *later[2] = { &default_ops, NULL };
static struct other others;
static struct other *first = &others;

static void again(void)
{
	READ_ONCE(cur)->run();
}

__register int set(struct ops *ops)
{
	void (*fn)(void) = cur->run;

	WRITE_ONCE(first, &default_ops);
	WRITE_ONCE(cur, ops);
	return 0;
}

__unregister void clear(struct ops *ops)
{
	kfree(cur);
	*READ_ONCE(cur) = (struct ops) { .run = NULL };
	WRITE_ONCE(cur, &default_ops);
	synchronize_rcu();
}

__irq void interrupt(void)
{
	again();
}

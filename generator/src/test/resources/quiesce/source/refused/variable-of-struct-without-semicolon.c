struct ops {
	void (*call)(void);
};

static struct state {
	struct ops *cur;
	int n;
} hook

__register void reg(struct ops *o)
{
	WRITE_ONCE(hook.cur, o);
}

__unregister void unreg(struct ops *o)
{
	WRITE_ONCE(hook.cur, NULL);
	synchronize_rcu();
}

__softirq void use(void)
{
	struct ops *o = READ_ONCE(hook.cur);

	if (o)
		o->call();
}

static struct { int x; } y
static struct { int x; } z

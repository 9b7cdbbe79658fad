static int limit = 3;
module_param(limit, int, 0644);

struct ops {
	void (*call)(void);
};

static struct ops *cur;

__register void reg(struct ops *ops)
{
	if (limit > 8)
		limit = 8;
	WRITE_ONCE(cur, ops);
}

__unregister void unreg(struct ops *ops)
{
	WRITE_ONCE(cur, NULL);
	synchronize_rcu();
}

__softirq void use(void)
{
	struct ops *ops = READ_ONCE(cur);

	if (ops && xchg(&limit, 0) > 0)
		ops->call();
}

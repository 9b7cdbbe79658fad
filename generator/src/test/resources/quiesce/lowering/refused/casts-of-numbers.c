struct ops {
	int (*call)(int n);
};

static struct ops *cur;

__register int reg(struct ops *ops)
{
	WRITE_ONCE(cur, ops);
	return 0;
}

__unregister void unreg(struct ops *ops)
{
	WRITE_ONCE(cur, NULL);
	synchronize_rcu();
}

static int shared;

__softirq void use(int n, unsigned int u)
{
	struct ops *ops = READ_ONCE(cur);
	int other = (u8)300;

	other = (unsigned int)-1;
	other = (u16)u;
	if ((unsigned int)n > 5)
		other = (u32)(n - 1);
	other = (unsigned long)ops;
	swap(other, shared);
	swap(ops, other);
	other = n / u;
	other = n % -2;
}

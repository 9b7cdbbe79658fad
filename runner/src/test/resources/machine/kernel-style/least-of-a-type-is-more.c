/**
 * strategy: least-of-a-type-is-more
 * title: the least of two numbers is more than 4
 * expect: violates NoWarning
 */
struct ops {
	int (*call)(int n);
};

static struct ops *cur;

__register int reg(struct ops *ops)
{
	rcu_assign_pointer(cur, ops);
	return 0;
}

__unregister void unreg(struct ops *ops)
{
	WRITE_ONCE(cur, NULL);
	synchronize_rcu();
}

__softirq void use(int n, unsigned int u)
{
	struct ops *ops = READ_ONCE(cur);

	(void)u;
	WARN_ON(min_t(u32, u, 5) > 4);
	WARN_ON(max_t(long, n, 7) < 7);
	WARN_ON((unsigned long)u % 5 > 4);
	if (ops)
		ops->call((u8)(n & 0xff));
}

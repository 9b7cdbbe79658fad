/**
 * strategy: divided-rounding-down
 * title: what is left of a division is below 0 here
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

__softirq void use(int n)
{
	struct ops *ops = READ_ONCE(cur);

	if (n == -3)
		WARN_ON(n / 2 != -1 || n % 2 != 1);
	if (n == 7)
		WARN_ON((int)n / 2 != 3 || n % 4 != 3);
	if (ops)
		ops->call((u8)(n & 0xff));
}

/**
 * strategy: least-of-a-type
 * title: the least and the greatest of two numbers as of one type
 * expect: holds NoWarning, NoDereferenceAfterTeardown, NoNullDereference
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
	WARN_ON(min_t(u32, u, 5) > 5);
	WARN_ON(max_t(long, n, 7) < 7);
	WARN_ON((unsigned long)u % 5 > 4);
	if (ops)
		ops->call((u8)(n & 0xff));
}

/**
 * strategy: swapped
 * title: the lower one comes first after it has been swapped
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

__softirq void use(int n)
{
	struct ops *ops = READ_ONCE(cur);
	long low = n, high = 7;

	if (low > high)
		swap(low, high);
	WARN_ON(low > high);
	if (ops)
		ops->call((u8)(n & 0xff));
}

/**
 * strategy: error-without-its-sign
 * title: the number that a function makes a pointer of is no error
 * expect: violates NoNullDereference
 * expect: holds NoUseBeforeInit, NoDereferenceAfterTeardown
 */
struct ops {
	void (*call)(void);
	atomic_t users;
};

static struct ops __rcu *cur;

__register void reg(struct ops *ops)
{
	rcu_assign_pointer(cur, ops);
}

__unregister void unreg(struct ops *ops)
{
	RCU_INIT_POINTER(cur, NULL);
	synchronize_rcu();
}

static struct ops *get(void)
{
	struct ops *ops = rcu_dereference(cur);

	if (!ops)
		ops = ERR_PTR(ENODEV);
	return ops;
}

static void put(struct ops *ops)
{
	if (ops)
		atomic_dec(&ops->users);
}

__softirq void use(void)
{
	struct ops *ops = get();

	if (!IS_ERR_OR_NULL(ops))
		ops->call();
	if (!IS_ERR(ops))
		put(ops);
}

/**
 * strategy: struct-variable
 * title: the members of a global struct are variables
 * expect: holds NoNullDereference, NoDereferenceAfterTeardown, NoUseBeforeInit
 * expect weak: holds NoNullDereference, NoDereferenceAfterTeardown, NoUseBeforeInit
 */
struct callbacks {
	int (*f)(int code);
};

struct device {
	const struct callbacks __rcu *cbs;
	int calls;
	bool on;
};

static struct device dev = {
	.calls = 1,
	.on = true,
};

__register int reg(const struct callbacks *cbs)
{
	if (cmpxchg((__force struct callbacks **)&dev.cbs, NULL, cbs))
		return -EBUSY;
	return 0;
}

__unregister void unreg(const struct callbacks *cbs)
{
	rcu_assign_pointer(dev.cbs, NULL);
	synchronize_rcu();
}

__task void reader(void)
{
	const struct callbacks *cbs;

	rcu_read_lock();
	cbs = rcu_dereference(dev.cbs);
	if (cbs && READ_ONCE(dev.on))
		cbs->f(READ_ONCE(dev.calls));
	rcu_read_unlock();
}

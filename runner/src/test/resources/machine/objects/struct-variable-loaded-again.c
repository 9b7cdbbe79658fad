/**
 * strategy: struct-variable-loaded-again
 * title: what was tested is not what is called
 * expect: violates NoNullDereference
 */
struct callbacks {
	int (*f)(int code);
};

struct device {
	const struct callbacks __rcu *cbs;
	bool on;
};

static struct device dev = {
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
		rcu_dereference(dev.cbs)->f(2);
	rcu_read_unlock();
}

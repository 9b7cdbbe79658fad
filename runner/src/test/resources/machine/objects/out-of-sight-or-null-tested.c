/**
 * strategy: out-of-sight-or-null-tested
 * title: operations that may be missing, are tested for
 * expect: holds NoNullDereference
 */
struct ops {
	void (*run)(void);
};

struct device {
	const struct ops *ops;
	bool quiet;
};

static struct device *ptr;

__register void reg(struct device *dev)
{
	const struct ops *ops = dev->ops;

	WRITE_ONCE(dev->quiet, !ops);
	rcu_assign_pointer(ptr, dev);
}

__unregister void unreg(struct device *dev)
{
	RCU_INIT_POINTER(ptr, NULL);
	synchronize_rcu();
}

__irq void reader(void)
{
	struct device *dev = rcu_dereference(ptr);

	if (dev && !READ_ONCE(dev->quiet))
		dev->ops->run();
}

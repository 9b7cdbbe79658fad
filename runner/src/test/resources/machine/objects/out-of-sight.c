/**
 * strategy: out-of-sight
 * title: operations that the provider has set out of sight come and go with what it registers
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct device;

struct ops {
	bool (*ready)(struct device *dev);
	void (*run)(struct device *dev);
};

struct device {
	const struct ops *ops;
	int unit;
};

static struct device *ptr;

__register int reg(struct device *dev)
{
	if (!dev->ops->run)
		return -EINVAL;
	rcu_assign_pointer(ptr, dev);
	return 0;
}

__unregister void unreg(struct device *dev)
{
	RCU_INIT_POINTER(ptr, NULL);
	synchronize_rcu();
}

__irq void reader(void)
{
	struct device *dev = rcu_dereference(ptr);
	const struct ops *ops;

	if (!dev)
		return;
	ops = READ_ONCE(dev->ops);
	if (ops->ready(dev))
		dev->ops->run(dev);
}

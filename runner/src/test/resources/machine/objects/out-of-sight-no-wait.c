/**
 * strategy: out-of-sight-no-wait
 * title: operations that the provider has set out of sight are gone when it has returned
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
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

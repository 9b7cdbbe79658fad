/**
 * strategy: out-of-sight-kept
 * title: the operations of what is registered are kept in memory of the file
 * expect: holds NoNullDereference, NoDereferenceAfterTeardown
 */
struct ops {
	void (*run)(void);
};

struct device {
	const struct ops *ops;
};

struct client {
	const struct ops *called;
};

static struct client *ptr;

__register int reg(struct device *dev)
{
	struct client *client = kzalloc(sizeof(*client), GFP_KERNEL);

	if (!client)
		return -ENOMEM;
	client->called = dev->ops;
	rcu_assign_pointer(ptr, client);
	return 0;
}

__unregister void unreg(struct device *dev)
{
	struct client *client = ptr;

	RCU_INIT_POINTER(ptr, NULL);
	synchronize_rcu();
	kfree(client);
}

__irq void reader(void)
{
	struct client *client = rcu_dereference(ptr);

	if (client)
		client->called->run();
}

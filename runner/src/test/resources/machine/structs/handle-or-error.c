/**
 * strategy: handle-or-error
 * title: an allocated struct is set as a whole, and returned, or an error in place of it
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoWarning
 */
struct client_ops {
	void (*event)(void *priv, int what);
};

struct client {
	const struct client_ops *ops;
	void *priv;
	int state, twin;
};

static struct client __rcu *the_client;

__register struct client *client_register(const struct client_ops *ops, void *priv)
{
	struct client *c;

	if (rcu_access_pointer(the_client))
		return ERR_PTR(-EBUSY);
	c = kmalloc(sizeof(*c), GFP_KERNEL);
	if (!c)
		return ERR_PTR(-ENOMEM);
	*c = (struct client) {
		.ops = ops,
		.priv = priv,
		.state = 3,
	};
	rcu_assign_pointer(the_client, c);
	return c;
}

__unregister void client_unregister(struct client *c)
{
	if (IS_ERR_OR_NULL(c))
		return;
	RCU_INIT_POINTER(the_client, NULL);
	synchronize_rcu();
	kfree(c);
}

__softirq void client_event(int what)
{
	struct client *c, copy = { .state = 1, .twin = 2 };

	copy = (struct client) { .state = copy.twin, .twin = copy.state };
	WARN_ON(copy.state != 2 || copy.twin != 1);
	rcu_read_lock();
	c = rcu_dereference(the_client);
	if (c && !IS_ERR(c)) {
		WARN_ON(c->state != 3 || c->twin);
		c->ops->event(c->priv, what);
	}
	rcu_read_unlock();
}

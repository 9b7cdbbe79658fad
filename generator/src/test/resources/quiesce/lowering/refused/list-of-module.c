struct hook {
	struct list_head node;
	int (*run)(int code);
};

static LIST_HEAD(hooks);
static struct hook *mine;

__register int start(void)
{
	struct hook *h = kzalloc(sizeof(*h), GFP_KERNEL);

	if (!h)
		return -ENOMEM;
	mine = h;
	list_add_rcu(&h->node, &hooks);
	return 0;
}

__unregister void stop(void)
{
	list_del_rcu(&mine->node);
	synchronize_rcu();
	kfree(mine);
}

__irq void walk(void)
{
	struct hook *h;

	list_for_each_entry_rcu(h, &hooks, node)
		h->run(1);
}

struct hook {
	struct hlist_node node;
	int (*run)(int code);
};

static HLIST_HEAD(hooks);
static struct hook *mine;

__register int start(void)
{
	struct hook *h = kzalloc(sizeof(*h), GFP_KERNEL);

	if (!h)
		return -ENOMEM;
	mine = h;
	hlist_add_head_rcu(&h->node, &hooks);
	return 0;
}

__unregister void stop(void)
{
	hlist_del_rcu(&mine->node);
	synchronize_rcu();
	kfree(mine);
}

__irq void walk(void)
{
	struct hook *h;

	hlist_for_each_entry_rcu(h, &hooks, node)
		h->run(1);
}

struct hook {
	struct list_head node;
	struct list_head other;
	int (*run)(int code);
};

static LIST_HEAD(hooks);

__register void add(struct hook *h)
{
	list_add_rcu(&h->node, &hooks);
}

__unregister void del(struct hook *h)
{
	list_del_rcu(&h->node);
	synchronize_rcu();
}

__irq void walk(void)
{
	struct hook *h;

	list_for_each_entry_rcu(h, &hooks, node)
		h->run(1);
}

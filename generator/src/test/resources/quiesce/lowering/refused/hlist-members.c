struct hook {
	struct hlist_node node;
	struct hlist_node other;
	int (*run)(int code);
};

static HLIST_HEAD(hooks);

__register void add(struct hook *h)
{
	hlist_add_head_rcu(&h->node, &hooks);
}

__unregister void del(struct hook *h)
{
	hlist_del_rcu(&h->node);
	synchronize_rcu();
}

__irq void walk(void)
{
	struct hook *h;

	hlist_for_each_entry_rcu(h, &hooks, node)
		h->run(1);
}

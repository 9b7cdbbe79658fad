struct hook {
	struct hlist_node node;
	int key;
	int (*run)(int code);
};

static DEFINE_HASHTABLE(hooks, 3);

__register void add(struct hook *h)
{
	hash_add_rcu(hooks, &h->node, h->key);
}

__unregister void del(struct hook *h)
{
	hash_del_rcu(&h->node);
	synchronize_rcu();
}

__irq void walk(int key)
{
	struct hook *h;

	hash_for_each_possible_rcu(hooks, h, node, key)
		h->run(1);
}

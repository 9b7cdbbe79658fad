struct hook {
	struct list_head node;
	int (*run)(int code);
};

struct device {
	struct list_head hooks;
	spinlock_t lock;
};

static struct device dev = {
	.hooks = LIST_HEAD_INIT(dev.hooks),
};

__register void add(struct hook *h)
{
	spin_lock(&dev.lock);
	list_add_rcu(&h->node, &dev.hooks);
	spin_unlock(&dev.lock);
}

__unregister void del(struct hook *h)
{
	spin_lock(&dev.lock);
	list_del_rcu(&h->node);
	spin_unlock(&dev.lock);
	synchronize_rcu();
}

__irq void walk(void)
{
	struct hook *h;

	list_for_each_entry_rcu(h, &dev.hooks, node)
		h->run(1);
}

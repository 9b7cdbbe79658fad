struct hook {
	struct list_head node;
	int (*run)(int code);
};

static LIST_HEAD(hooks);
static LIST_HEAD(others);
static DEFINE_SPINLOCK(lock);

__register void add(struct hook *h)
{
	spin_lock(&lock);
	list_add_rcu(&h->node, &hooks);
	spin_unlock(&lock);
}

__unregister void del(struct hook *h)
{
	struct hook *p = NULL;
	struct hook *next = NULL;

	spin_lock(&lock);
	list_for_each_entry(p, &hooks, node) {
		if (p == h)
			break;
	}
	list_del_rcu(&p->node);
	list_for_each_entry_safe(p, next, &others, node)
		WARN_ON(next == p);
	spin_unlock(&lock);
	synchronize_rcu();
}

__irq void walk(void)
{
	struct hook *h;

	rcu_read_lock();
	list_for_each_entry_rcu(h, &hooks, node)
		h->run(1);
	rcu_read_unlock();
	h->run(2);
}

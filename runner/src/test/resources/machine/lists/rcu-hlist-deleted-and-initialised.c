/**
 * strategy: rcu-hlist-deleted-and-initialised
 * title: hlist_del_init_rcu() leaves the way on
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 * expect: n/a ConsistentSnapshot
 */
struct hook {
	struct hlist_node node;
	int (*run)(int code);
};

static HLIST_HEAD(hooks);
static DEFINE_SPINLOCK(lock);

__register void add(struct hook *h)
{
	spin_lock(&lock);
	hlist_add_head_rcu(&h->node, &hooks);
	spin_unlock(&lock);
}

__unregister void del(struct hook *h)
{
	spin_lock(&lock);
	hlist_del_init_rcu(&h->node);
	spin_unlock(&lock);
	synchronize_rcu();
}

__irq void walk(void)
{
	struct hook *h;

	rcu_read_lock();
	hlist_for_each_entry_rcu(h, &hooks, node) {
		if (h->run(1))
			break;
	}
	rcu_read_unlock();
}

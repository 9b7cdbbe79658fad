/**
 * strategy: rcu-list-no-wait
 * title: an entry of an RCU list is gone while a reader is at it
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct hook {
	struct list_head node;
	int (*run)(int code);
};

static LIST_HEAD(hooks);
static DEFINE_SPINLOCK(lock);

__register void add(struct hook *h)
{
	spin_lock(&lock);
	list_add_rcu(&h->node, &hooks);
	spin_unlock(&lock);
}

__unregister void del(struct hook *h)
{
	spin_lock(&lock);
	list_del_rcu(&h->node);
	spin_unlock(&lock);
}

__irq void walk(void)
{
	struct hook *h;

	rcu_read_lock();
	list_for_each_entry_rcu(h, &hooks, node) {
		if (h->run(1))
			break;
	}
	rcu_read_unlock();
}

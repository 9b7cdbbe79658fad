/**
 * strategy: list-first
 * title: the first of a list, or none
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown
 */
struct hook {
	int (*run)(int code);
	struct list_head node;
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
	synchronize_rcu();
}

__irq void walk(void)
{
	struct hook *h;

	rcu_read_lock();
	h = list_first_or_null_rcu(&hooks, struct hook, node);
	if (h)
		h->run(1);
	rcu_read_unlock();
}

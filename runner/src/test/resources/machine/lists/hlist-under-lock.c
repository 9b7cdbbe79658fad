/**
 * strategy: hlist-under-lock
 * title: all that is done to an hlist is done under its lock
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, NoDeadlock
 */
struct hook {
	struct hlist_node node;
	int (*run)(int code);
};

static HLIST_HEAD(hooks);
static DEFINE_SPINLOCK(lock);

__register void add(struct hook *h)
{
	spin_lock_irq(&lock);
	hlist_add_head(&h->node, &hooks);
	spin_unlock_irq(&lock);
}

__unregister void del(struct hook *h)
{
	spin_lock_irq(&lock);
	hlist_del(&h->node);
	spin_unlock_irq(&lock);
}

__task void walk(void)
{
	struct hook *h;

	spin_lock_irq(&lock);
	hlist_for_each_entry(h, &hooks, node)
		h->run(1);
	spin_unlock_irq(&lock);
}

/**
 * strategy: list-without-lock
 * title: who walks along a list without its lock may be at an entry that goes
 * expect: violates NoNullDereference, NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct hook {
	struct list_head node;
	int (*run)(int code);
};

static LIST_HEAD(hooks);
static DEFINE_SPINLOCK(lock);

__register void add(struct hook *h)
{
	INIT_LIST_HEAD(&h->node);
	spin_lock(&lock);
	list_add(&h->node, &hooks);
	spin_unlock(&lock);
}

__unregister void del(struct hook *h)
{
	spin_lock(&lock);
	if (!list_empty(&h->node))
		list_del_init(&h->node);
	spin_unlock(&lock);
}

__task void walk(void)
{
	struct hook *h;

	list_for_each_entry(h, &hooks, node)
		h->run(1);
}

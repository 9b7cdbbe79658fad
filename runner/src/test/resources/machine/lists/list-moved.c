/**
 * strategy: list-moved
 * title: an entry is moved from one list to another, and back before it goes
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct hook {
	struct list_head node;
	int (*run)(int code);
};

static LIST_HEAD(hooks);
static LIST_HEAD(idle);
static DEFINE_SPINLOCK(lock);

__register void add(struct hook *h)
{
	spin_lock(&lock);
	list_add(&h->node, &idle);
	list_move_tail(&h->node, &hooks);
	spin_unlock(&lock);
}

__unregister void del(struct hook *h)
{
	spin_lock(&lock);
	list_move(&h->node, &idle);
	list_del(&h->node);
	spin_unlock(&lock);
}

__task void walk(void)
{
	struct hook *h;

	spin_lock(&lock);
	list_for_each_entry(h, &hooks, node)
		h->run(1);
	spin_unlock(&lock);
}

/**
 * strategy: list-moved-left
 * title: an entry is moved to the list that others walk along, and left there
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
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
	list_move(&h->node, &hooks);
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

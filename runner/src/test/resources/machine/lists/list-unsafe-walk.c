/**
 * strategy: list-unsafe-walk
 * title: a loop that takes out the entry that it is at does not find the next one
 * expect: violates NoNullDereference
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
	list_add(&h->node, &hooks);
	spin_unlock(&lock);
}

__unregister void del(struct hook *h)
{
	struct hook *p;

	spin_lock(&lock);
	list_for_each_entry(p, &hooks, node) {
		if (p == h)
			list_del(&p->node);
	}
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

/**
 * strategy: hlist-safe-walk
 * title: an entry that the walk itself takes out is left by the pointer that was read before
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown
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
	hlist_add_head(&h->node, &hooks);
	spin_unlock(&lock);
}

__unregister void del(struct hook *h)
{
	struct hook *each;
	struct hlist_node *next;

	spin_lock(&lock);
	hlist_for_each_entry_safe(each, next, &hooks, node) {
		if (each == h)
			hlist_del(&each->node);
	}
	spin_unlock(&lock);
}

__task void walk(void)
{
	struct hook *h;

	spin_lock(&lock);
	hlist_for_each_entry(h, &hooks, node)
		h->run(1);
	spin_unlock(&lock);
}

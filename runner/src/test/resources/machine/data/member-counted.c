/**
 * strategy: member-counted
 * title: each object counts its calls, and nothing depends on the number
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 * expect tso: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct hook {
	void (*fn)(void *data, unsigned int seq);
	void *data;
	unsigned int seq;
};

static struct hook __rcu *hook;

__register struct hook *hook_start(void (*fn)(void *, unsigned int), void *data)
{
	struct hook *h = kzalloc(sizeof(*h), GFP_KERNEL);

	if (!h)
		return NULL;
	h->fn = fn;
	h->data = data;
	rcu_assign_pointer(hook, h);
	return h;
}

__unregister void hook_stop(struct hook *h)
{
	RCU_INIT_POINTER(hook, NULL);
	synchronize_rcu();
	kfree(h);
}

__irq void tick(void)
{
	struct hook *h;

	rcu_read_lock();
	h = rcu_dereference(hook);
	if (h)
		h->fn(h->data, h->seq++);
	rcu_read_unlock();
}

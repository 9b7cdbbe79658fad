/**
 * strategy: member-counted-late
 * title: each object counts its calls, after it may have been freed
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect tso: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: violates NoDereferenceAfterTeardown, PriorReadersComplete
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
	kfree(h);
}

__irq void tick(void)
{
	struct hook *h;

	rcu_read_lock();
	h = rcu_dereference(hook);
	if (h)
		h->seq++;
	rcu_read_unlock();
}

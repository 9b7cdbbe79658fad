/**
 * strategy: data-kept-apart-by-zeroes
 * title: data that is set after its function can be found is NULL before
 * expect: violates ConsistentSnapshot
 */
struct sink {
	void (*fn)(void *data);
	void *data;
};

static struct sink __rcu *sink;

__register int sink_set(void (*fn)(void *data), void *data)
{
	struct sink *s = kzalloc(sizeof(*s), GFP_KERNEL);

	if (!s)
		return -ENOMEM;
	s->fn = fn;
	rcu_assign_pointer(sink, s);
	WRITE_ONCE(s->data, data);
	return 0;
}

__unregister void sink_clear(void)
{
	struct sink *old = rcu_replace_pointer(sink, NULL, true);

	synchronize_rcu();
	kfree(old);
}

__irq void sample(void)
{
	struct sink *s;

	rcu_read_lock();
	s = rcu_dereference(sink);
	if (s)
		s->fn(READ_ONCE(s->data));
	rcu_read_unlock();
}

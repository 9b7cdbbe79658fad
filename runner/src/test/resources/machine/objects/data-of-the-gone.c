/**
 * strategy: data-of-the-gone
 * title: a pointer to data is read from an object that may be gone, and before it is there
 * expect: violates NoDereferenceAfterTeardown, NoUseBeforeInit, PriorReadersComplete
 * expect weak: violates NoDereferenceAfterTeardown, NoUseBeforeInit, PriorReadersComplete
 */
struct sink {
	void (*fn)(void *data, const char *name);
	void *data;
	const char *name;
};

static struct sink __rcu *sink;
static void *last;
static const void *printed;

__register void add(struct sink *s, void *data)
{
	s->data = data;
	s->name = "sink";
	last = data;
	RCU_INIT_POINTER(sink, s);
}

__unregister void del(struct sink *s)
{
	rcu_assign_pointer(sink, NULL);
	synchronize_rcu();
	last = NULL;
}

__task void handle(void)
{
	struct sink *s;

	rcu_read_lock();
	s = rcu_dereference(sink);
	rcu_read_unlock();
	if (s)
		printed = s->data;
}

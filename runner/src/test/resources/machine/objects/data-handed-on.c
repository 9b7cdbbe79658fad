/**
 * strategy: data-handed-on
 * title: a pointer to data is read from the object while the reader is in its section
 * expect: holds NoDereferenceAfterTeardown, NoUseBeforeInit, NoNullDereference
 * expect weak: holds NoDereferenceAfterTeardown, NoUseBeforeInit
 */
struct sink {
	void (*fn)(void *data, const char *name);
	void *data;
	const char *name;
};

static struct sink __rcu *sink;
static void *last;

__register void add(struct sink *s, void *data)
{
	s->data = data;
	s->name = "sink";
	last = data;
	rcu_assign_pointer(sink, s);
}

__unregister void del(struct sink *s)
{
	rcu_assign_pointer(sink, NULL);
	synchronize_rcu();
	last = NULL;
}

__irq void handle(void)
{
	struct sink *s;

	rcu_read_lock();
	s = rcu_dereference(sink);
	if (s)
		s->fn(s->data, s->name);
	rcu_read_unlock();
}

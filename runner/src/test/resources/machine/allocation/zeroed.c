/**
 * strategy: zeroed
 * title: kzalloc() gives zeros
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 */
typedef void (*alert_fn_t)(int code);

struct alert_sink {
	alert_fn_t fn;
	int level;
};

static struct alert_sink __rcu *alert_sink;

__register int set(alert_fn_t fn)
{
	struct alert_sink *sink;

	sink = kzalloc(16, GFP_KERNEL);
	if (!sink)
		return -ENOMEM;
	sink->fn = fn;
	rcu_assign_pointer(alert_sink, sink);
	return 0;
}

__unregister void clear(void)
{
	struct alert_sink *old = rcu_dereference_protected(alert_sink, true);

	RCU_INIT_POINTER(alert_sink, NULL);
	synchronize_rcu();
	kfree(old);
}

__irq void interrupt(int code)
{
	struct alert_sink *sink;

	rcu_read_lock();
	sink = rcu_dereference(alert_sink);
	if (sink && sink->level < 2)
		sink->fn(code);
	rcu_read_unlock();
}

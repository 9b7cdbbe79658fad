/**
 * strategy: freed-null
 * title: kfree() of NULL does nothing
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown
 */
typedef void (*alert_fn_t)(int code);

struct alert_sink {
	alert_fn_t fn;
};

static struct alert_sink __rcu *alert_sink;

__register int set(alert_fn_t fn)
{
	struct alert_sink *sink;

	sink = kmalloc(8, GFP_KERNEL);
	if (!sink)
		return -ENOMEM;
	sink->fn = fn;
	rcu_assign_pointer(alert_sink, sink);
	return 0;
}

__unregister void clear(void)
{
	struct alert_sink *old = xchg(&alert_sink, NULL);

	synchronize_rcu();
	kfree(old);
	old = READ_ONCE(alert_sink);
	kfree(old);
}

__irq void interrupt(int code)
{
	struct alert_sink *sink = rcu_dereference(alert_sink);

	if (sink)
		sink->fn(code);
}

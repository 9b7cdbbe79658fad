/**
 * strategy: data-unordered
 * title: nothing orders a function and its data
 * expect sc: holds ConsistentSnapshot
 * expect tso: holds ConsistentSnapshot
 * expect weak: violates ConsistentSnapshot, NoUseBeforeInit
 */
static void (*fn)(void *data);
static void *fn_data;

__register void hook_set(void (*f)(void *data), void *data)
{
	WRITE_ONCE(fn_data, data);
	WRITE_ONCE(fn, f);
}

__unregister void hook_clear(void)
{
	WRITE_ONCE(fn, NULL);
	synchronize_rcu();
}

__irq void sample(void)
{
	void (*f)(void *data) = READ_ONCE(fn);

	if (f)
		f(READ_ONCE(fn_data));
}

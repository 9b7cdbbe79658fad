/**
 * strategy: data-set-late
 * title: a function is found before its data
 * expect: violates ConsistentSnapshot
 */
static void (*fn)(void *data);
static void *fn_data;

__register void hook_set(void (*f)(void *data), void *data)
{
	smp_store_release(&fn, f);
	WRITE_ONCE(fn_data, data);
}

__unregister void hook_clear(void)
{
	WRITE_ONCE(fn, NULL);
	synchronize_rcu();
}

__irq void sample(void)
{
	void (*f)(void *data) = smp_load_acquire(&fn);

	if (f)
		f(READ_ONCE(fn_data));
}

/**
 * strategy: data-left-behind
 * title: data may be left where it is, for nobody finds it without the function
 * expect: holds ConsistentSnapshot, NoNullDereference
 * expect weak: holds ConsistentSnapshot, NoNullDereference
 */
static void (*fn)(void *data);
static void *fn_data;

__register void hook_set(void (*f)(void *data), void *data)
{
	WRITE_ONCE(fn_data, data);
	smp_store_release(&fn, f);
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

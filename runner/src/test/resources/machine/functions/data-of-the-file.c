/**
 * strategy: data-of-the-file
 * title: data of the file is no registration's
 * expect: n/a ConsistentSnapshot
 * expect: holds NoNullDereference
 */
static void (*fn)(void *data);
static void *fn_data;
static void *own;

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
		f(READ_ONCE(own));
}

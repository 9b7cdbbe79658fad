/**
 * strategy: data-of-the-next
 * title: without a grace period a function may be handed the data of the next registration
 * expect: violates ConsistentSnapshot, NoDereferenceAfterTeardown, PriorReadersComplete
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
}

__irq void sample(void)
{
	void (*f)(void *data) = smp_load_acquire(&fn);

	if (f)
		f(READ_ONCE(fn_data));
}

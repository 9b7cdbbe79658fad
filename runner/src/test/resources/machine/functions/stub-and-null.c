/**
 * strategy: stub-and-null
 * title: the stub in the beginning, and NULL later: who tests what is called is right
 * expect: holds NoNullDereference, NoDereferenceAfterTeardown
 * expect weak: holds NoNullDereference, NoDereferenceAfterTeardown
 */
static void stub(void)
{
}

static void (*handler)(void) = stub;

__register void set(void (*fn)(void))
{
	rcu_assign_pointer(handler, fn);
}

__unregister void clear(void)
{
	WRITE_ONCE(handler, NULL);
	synchronize_rcu();
}

__irq void interrupt(void)
{
	void (*fn)(void) = READ_ONCE(handler);

	if (fn)
		fn();
}

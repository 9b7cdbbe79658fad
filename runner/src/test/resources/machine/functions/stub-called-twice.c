/**
 * strategy: stub-called-twice
 * title: the compiler may load again between two calls, and finds the stub or the function, never NULL
 * expect: holds NoNullDereference, NoDereferenceAfterTeardown, PriorReadersComplete
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
	WRITE_ONCE(handler, stub);
	synchronize_rcu();
}

__irq void interrupt(void)
{
	void (*fn)(void) = handler;

	fn();
	fn();
}

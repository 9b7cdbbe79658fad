/**
 * strategy: stub-called-plainly
 * title: a plain load that is called at once: the compiler has nothing to load again between test and call
 * expect: holds NoNullDereference, NoDereferenceAfterTeardown, PriorReadersComplete
 * expect tso: holds NoNullDereference, NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: holds NoNullDereference, NoDereferenceAfterTeardown, PriorReadersComplete
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
	handler();
}

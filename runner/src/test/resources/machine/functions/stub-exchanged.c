/**
 * strategy: stub-exchanged
 * title: who finds the stub may put a function in its place
 * providers: 2
 * expect: holds SingleProvider, NoWarning, NoNullDereference, NoDereferenceAfterTeardown
 * expect weak: holds SingleProvider, NoNullDereference, NoDereferenceAfterTeardown
 */
static void stub(void)
{
}

static void (*handler)(void) = stub;

__register int set(void (*fn)(void))
{
	return cmpxchg(&handler, stub, fn) == stub ? 0 : -EBUSY;
}

__unregister void clear(void (*fn)(void))
{
	WARN_ON(cmpxchg(&handler, fn, stub) != fn);
	synchronize_rcu();
}

__irq void interrupt(void)
{
	READ_ONCE(handler)();
}

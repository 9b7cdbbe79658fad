/**
 * strategy: stub-without-grace-period
 * title: the stub is put back, and nobody waits for who calls the old function
 * expect: holds NoNullDereference
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect tso: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: violates NoDereferenceAfterTeardown, PriorReadersComplete
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
}

__irq void interrupt(void)
{
	READ_ONCE(handler)();
}

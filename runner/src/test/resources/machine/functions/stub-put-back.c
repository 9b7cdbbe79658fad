/**
 * strategy: stub-put-back
 * title: a function of the file takes the place of NULL, and nobody tests for it
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, ReadersObserveNullAfterGracePeriod, PriorReadersComplete
 * expect tso: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, ReadersObserveNullAfterGracePeriod, PriorReadersComplete
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, ReadersObserveNullAfterGracePeriod, PriorReadersComplete
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
	READ_ONCE(handler)();
}

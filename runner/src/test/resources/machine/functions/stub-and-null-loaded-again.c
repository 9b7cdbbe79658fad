/**
 * strategy: stub-and-null-loaded-again
 * title: the stub in the beginning, and NULL later: between test and call it may become NULL
 * expect: violates NoNullDereference
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
	if (handler)
		handler();
}

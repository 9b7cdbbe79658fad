/**
 * strategy: stub-is-run
 * title: the body of the stub is run where nobody is registered
 * expect: violates NoWarning
 * expect tso: violates NoWarning
 * expect weak: violates NoWarning
 */
static void stub(void)
{
	WARN_ON(1);
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

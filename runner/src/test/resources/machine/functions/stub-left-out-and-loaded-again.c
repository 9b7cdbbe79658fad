/**
 * strategy: stub-left-out-and-loaded-again
 * title: between the comparison and the call the compiler may load again
 * expect: violates NoWarning
 * expect: holds NoNullDereference
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
	void (*fn)(void) = handler;

	if (fn != stub)
		fn();
}

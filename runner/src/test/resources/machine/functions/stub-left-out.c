/**
 * strategy: stub-left-out
 * title: a stub that is compared with is not run
 * expect: holds NoWarning, NoNullDereference
 * expect tso: holds NoWarning
 * expect weak: holds NoWarning
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
	void (*fn)(void) = READ_ONCE(handler);

	if (fn != stub)
		fn();
}

/**
 * strategy: stubs-of-two-kinds
 * title: a pointer may lead to several functions of the file: each call runs the one that is there
 * expect: holds NoWarning, NoNullDereference, NoDereferenceAfterTeardown
 */
static bool ended;

static void early(void)
{
	WARN_ON(READ_ONCE(ended));
}

static void late(void)
{
	WARN_ON(!READ_ONCE(ended));
}

static void (*handler)(void) = early;

__register void set(void (*fn)(void))
{
	rcu_assign_pointer(handler, fn);
}

__unregister void clear(void)
{
	WRITE_ONCE(ended, true);
	WRITE_ONCE(handler, late);
	synchronize_rcu();
}

__irq void interrupt(void)
{
	void (*fn)(void) = READ_ONCE(handler);

	if (fn != early)
		fn();
}

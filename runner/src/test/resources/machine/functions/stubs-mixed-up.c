/**
 * strategy: stubs-mixed-up
 * title: the other one of two functions of the file is run, too
 * expect: violates NoWarning
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
	WRITE_ONCE(handler, late);
	WRITE_ONCE(ended, true);
	synchronize_rcu();
}

__irq void interrupt(void)
{
	READ_ONCE(handler)();
}

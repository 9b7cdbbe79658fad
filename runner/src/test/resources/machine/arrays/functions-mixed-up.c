/**
 * strategy: functions-mixed-up
 * title: the first element has another function
 * expect: violates NoWarning
 * expect tso: violates NoWarning
 * expect weak: violates NoWarning
 */
static int first(void)
{
	return 1;
}

static int second(void)
{
	return 2;
}

static int (*handlers[])(void) = { first, &second };

__register void set(int (*fn)(void))
{
	rcu_assign_pointer(handlers[1], fn);
}

__unregister void clear(void)
{
	WRITE_ONCE(handlers[1], second);
	synchronize_rcu();
}

__irq void interrupt(int id)
{
	if (id >= 0 && id < ARRAY_SIZE(handlers))
		READ_ONCE(handlers[id])();
	WARN_ON(READ_ONCE(handlers[0]) != second);
}

/**
 * strategy: functions-no-wait
 * title: nobody waits for who calls the function of an element
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect tso: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: violates NoDereferenceAfterTeardown, PriorReadersComplete
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
}

__irq void interrupt(int id)
{
	if (id >= 0 && id < ARRAY_SIZE(handlers))
		READ_ONCE(handlers[id])();
	WARN_ON(READ_ONCE(handlers[0]) != first);
}

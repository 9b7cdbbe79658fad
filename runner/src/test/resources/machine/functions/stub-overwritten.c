/**
 * strategy: stub-overwritten
 * title: two providers put their functions in the place of the stub
 * providers: 2
 * expect: violates SingleProvider
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

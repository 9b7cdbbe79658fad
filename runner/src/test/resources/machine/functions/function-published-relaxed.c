/**
 * strategy: function-published-relaxed
 * title: what the function uses may be seen after the pointer to it
 * expect sc: holds NoUseBeforeInit
 * expect weak: violates NoUseBeforeInit
 */
static void (*tick)(void);

__register void set(void (*fn)(void))
{
	WRITE_ONCE(tick, fn);
}

__unregister void clear(void)
{
	WRITE_ONCE(tick, NULL);
	synchronize_rcu();
}

__irq void interrupt(void)
{
	void (*fn)(void) = READ_ONCE(tick);

	if (fn)
		fn();
}

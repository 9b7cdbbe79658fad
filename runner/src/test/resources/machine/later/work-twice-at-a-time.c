/**
 * strategy: work-twice-at-a-time
 * title: a task does
 * expect: violates NoWarning
 */
struct callbacks {
	void (*f)(void);
};

static bool told;
static bool busy;

__task void work(void)
{
	WARN_ON(READ_ONCE(busy));
	WRITE_ONCE(busy, true);
	WRITE_ONCE(busy, false);
}

__register void reg(void)
{
	WRITE_ONCE(told, true);
}

__unregister void unreg(void)
{
	barrier();
	WRITE_ONCE(told, false);
}

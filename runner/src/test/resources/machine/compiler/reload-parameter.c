/**
 * strategy: reload-parameter
 * title: a plain load is repeated where a helper uses its argument
 * expect: violates NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

bool flag;

__register void reg(void)
{
}

__unregister void unreg(void)
{
}

__task void writer(void)
{
	WRITE_ONCE(flag, true);
	WRITE_ONCE(flag, false);
}

static void look(bool seen)
{
	if (seen)
		WARN_ON(!seen);
}

__nmi void sample(void)
{
	look(flag);
}

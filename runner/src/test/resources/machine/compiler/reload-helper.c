/**
 * strategy: reload-helper
 * title: a plain load in a helper is repeated by its caller
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

static bool get(void)
{
	return flag;
}

__nmi void sample(void)
{
	bool seen = get();

	if (seen)
		WARN_ON(!seen);
}

/**
 * strategy: equal-local-names
 * title: functions do not see the locals of others
 * expect: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

__register void reg(void)
{
}

__unregister void unreg(void)
{
}

static bool innermost(bool n)
{
	bool b = !n;

	return b;
}

static bool inner(bool b)
{
	int n = 4;

	b = !innermost(b);
	WARN_ON(n != 4);
	return b;
}

__nmi void sample(void)
{
	bool b = true;
	int n = 3;

	WARN_ON(inner(false));
	WARN_ON(!b);
	WARN_ON(n != 3);
}

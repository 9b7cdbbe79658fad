/**
 * strategy: warn-value
 * title: WARN_ON() has the value of its condition
 * expect: holds NoWarning
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

__nmi void sample(void)
{
	if (WARN_ON(READ_ONCE(flag)))
		return;
	WARN_ON(READ_ONCE(flag));
}

/**
 * strategy: bug-on
 * title: BUG_ON() counts as a warning
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

__nmi void sample(void)
{
	BUG_ON(!READ_ONCE(flag));
}

/**
 * strategy: shadowing
 * title: an inner block has a local of its own
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

__nmi void sample(void)
{
	int n = 1;

	{
		int n = 2;

		n = 3;
		WARN_ON(n != 3);
	}
	WARN_ON(n != 1);
}

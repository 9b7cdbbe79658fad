/**
 * strategy: goto
 * title: goto leads to the label, past what is between
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
	int n = 1;

	if (READ_ONCE(flag))
		goto out;
	n = 2;
	if (!READ_ONCE(flag))
		goto out;
	WARN_ON(1);
out:
	WARN_ON(n == 3);
}

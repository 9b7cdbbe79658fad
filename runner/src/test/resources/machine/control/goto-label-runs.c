/**
 * strategy: goto-label-runs
 * title: what stands behind the label runs
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
	int n = 1;

	if (!READ_ONCE(flag))
		goto out;
	n = 2;
out:
	WARN_ON(n == 1);
}

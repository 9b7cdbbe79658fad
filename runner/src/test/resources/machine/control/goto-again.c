/**
 * strategy: goto-again
 * title: a goto back is a loop, which ends when what it waits for has come, if ever
 * expect: holds NoWarning
 * expect: violates ReadersComplete
 */
struct callbacks {
	bool (*f)(void);
};

bool flag;

__register void reg(void)
{
	WRITE_ONCE(flag, true);
}

__unregister void unreg(void)
{
	WRITE_ONCE(flag, false);
}

__nmi void sample(void)
{
	int n = 0;

	goto look;
again:
	cpu_relax();
	n = 1;
look:
	if (!READ_ONCE(flag))
		goto again;
	WARN_ON(n > 1);
}

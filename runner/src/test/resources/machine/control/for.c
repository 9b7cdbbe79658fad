/**
 * strategy: for
 * title: continue goes to the step of a for loop, and break past it
 * expect: holds NoWarning, ReadersComplete
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
	int n = 0;

	for (int i = 0, left = 3; left; i = i + 1, left = left - 1) {
		if (i == 1)
			continue;
		n = n + 1;
		WARN_ON(i + left != 3);
	}
	WARN_ON(n != 2);
	for (;;) {
		n = n + 1;
		if (n == 5)
			break;
	}
	WARN_ON(n != 5);
}

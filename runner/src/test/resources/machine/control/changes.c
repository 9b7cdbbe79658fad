/**
 * strategy: changes
 * title: what changes a local or a place in memory, and the value that it has
 * expect: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

int shared;

__register void reg(void)
{
	int n = 1;
	bool last;

	WARN_ON(n++ != 1 || n != 2);
	WARN_ON(--n != 1);
	n |= 4;
	n &= ~1;
	WARN_ON((n ^= 1) != 5);
	n -= 2;
	n *= n;
	WARN_ON(n != 9);
	shared = n = 0;
	WARN_ON(shared++ != 0);
	WARN_ON((shared += 2) != 3);
	last = !--shared;
	WARN_ON(last);
	shared--;
	last = !--shared;
	WARN_ON(!last);
}

__unregister void unreg(void)
{
}

__nmi void sample(void)
{
}

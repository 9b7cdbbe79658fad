/**
 * strategy: conversions
 * title: bool, int and comparisons convert as in C
 * expect: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

int number = 5;

__register void reg(void)
{
}

__unregister void unreg(void)
{
}

__nmi void sample(void)
{
	bool b = READ_ONCE(number);
	int n = b;

	WARN_ON(!b);
	WARN_ON(n != 1);
	WARN_ON(b != 1);
	WARN_ON((n == 1) != b);
	WARN_ON(!n == b);
}

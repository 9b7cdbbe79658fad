/**
 * strategy: several-returns-wrong
 * title: each return gives its own value, and one of them is not expected
 * expect: violates NoWarning
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

static int classify(bool b)
{
	if (b)
		return 1;
	return 2;
}

__nmi void sample(void)
{
	WARN_ON(classify(true) != 1);
	WARN_ON(classify(false) != 1);
}

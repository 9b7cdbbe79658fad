/**
 * strategy: several-returns
 * title: each return gives its own value
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

static int classify(bool b)
{
	if (b)
		return 1;
	return 2;
}

__nmi void sample(void)
{
	WARN_ON(classify(true) != 1);
	WARN_ON(classify(false) != 2);
}

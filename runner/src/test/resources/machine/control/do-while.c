/**
 * strategy: do-while
 * title: the body of do-while runs before the condition is seen
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
	bool ran = false;

	do {
		ran = true;
	} while (READ_ONCE(flag));
	WARN_ON(!ran);
}

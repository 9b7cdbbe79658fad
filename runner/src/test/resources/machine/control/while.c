/**
 * strategy: while
 * title: the body of while may not run at all
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
	bool ran = false;

	while (READ_ONCE(flag)) {
		ran = true;
	}
	WARN_ON(!ran);
}

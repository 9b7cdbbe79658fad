/**
 * strategy: parameter-stored
 * title: a handler stores the number that it is called with
 * expect: violates NoWarning
 * expect tso: violates NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

int last;

__register void reg(void)
{
	WRITE_ONCE(last, 1);
}

__unregister void unreg(void)
{
	WRITE_ONCE(last, 2);
}

__irq void reader(int mode)
{
	WRITE_ONCE(last, mode);
	WARN_ON(READ_ONCE(last) == 7);
}

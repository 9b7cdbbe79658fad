/**
 * strategy: late-store-to-element
 * title: a plain store to one element may be made after a marked one to another
 * expect: violates NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

int state[2];

__register void reg(void)
{
	state[0] = 1;
	WRITE_ONCE(state[1], 1);
}

__unregister void unreg(void)
{
}

__irq void reader(void)
{
	if (READ_ONCE(state[1]))
		WARN_ON(!READ_ONCE(state[0]));
}

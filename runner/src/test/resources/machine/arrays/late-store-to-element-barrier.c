/**
 * strategy: late-store-to-element-barrier
 * title: not if a barrier is between the two
 * expect: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

int state[2];

__register void reg(void)
{
	state[0] = 1;
	barrier();
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

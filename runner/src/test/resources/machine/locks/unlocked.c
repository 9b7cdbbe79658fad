/**
 * strategy: unlocked
 * title: without the lock two tasks are inside at once
 * expect: violates NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

bool inside;

__register void reg(void)
{
}

__unregister void unreg(void)
{
}

__task void forth(void)
{
	WARN_ON(READ_ONCE(inside));
	WRITE_ONCE(inside, true);
	WRITE_ONCE(inside, false);
}

__task void back(void)
{
	WARN_ON(READ_ONCE(inside));
	WRITE_ONCE(inside, true);
	WRITE_ONCE(inside, false);
}

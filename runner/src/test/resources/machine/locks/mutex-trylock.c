/**
 * strategy: mutex-trylock
 * title: who has got a mutex at the first attempt has it alone
 * expect: holds NoDeadlock, NoWarning
 * expect tso: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

DEFINE_MUTEX(lock);
bool inside;

__register void reg(void)
{
}

__unregister void unreg(void)
{
}

__task void forth(void)
{
	mutex_lock(&lock);
	WARN_ON(READ_ONCE(inside));
	WRITE_ONCE(inside, true);
	WRITE_ONCE(inside, false);
	mutex_unlock(&lock);
}

__task void back(void)
{
	if (!mutex_trylock(&lock))
		return;
	WARN_ON(READ_ONCE(inside));
	WRITE_ONCE(inside, true);
	WRITE_ONCE(inside, false);
	mutex_unlock(&lock);
}

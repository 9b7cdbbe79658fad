/**
 * strategy: mutex-trylock-in-vain
 * title: who goes ahead without the mutex is not alone
 * expect: violates NoWarning
 * expect tso: violates NoWarning
 * expect weak: violates NoWarning
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
	int got = mutex_trylock(&lock);

	WARN_ON(READ_ONCE(inside));
	WRITE_ONCE(inside, true);
	WRITE_ONCE(inside, false);
	if (got)
		mutex_unlock(&lock);
}

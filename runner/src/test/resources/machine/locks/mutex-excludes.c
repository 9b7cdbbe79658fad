/**
 * strategy: mutex-excludes
 * title: a mutex lets one task in at a time
 * expect: holds NoWarning
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
	mutex_lock(&lock);
	WARN_ON(READ_ONCE(inside));
	WRITE_ONCE(inside, true);
	WRITE_ONCE(inside, false);
	mutex_unlock(&lock);
}

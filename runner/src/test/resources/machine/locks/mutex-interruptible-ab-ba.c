/**
 * strategy: mutex-interruptible-ab-ba
 * title: two mutexes taken in either order, where a signal that need not come would help
 * expect: violates NoDeadlock
 */
struct callbacks {
	bool (*f)(void);
};

DEFINE_MUTEX(one);
DEFINE_MUTEX(two);
bool flag;

__register void reg(void)
{
}

__unregister void unreg(void)
{
}

__task void forth(void)
{
	mutex_lock(&one);
	mutex_lock(&two);
	READ_ONCE(flag);
	mutex_unlock(&two);
	mutex_unlock(&one);
}

__task void back(void)
{
	if (mutex_lock_interruptible(&two))
		return;
	if (mutex_lock_interruptible(&one) == 0) {
		READ_ONCE(flag);
		mutex_unlock(&one);
	}
	mutex_unlock(&two);
}

/**
 * strategy: count-of-users-locked
 * title: under a lock ++ and -- count all tasks
 * expect: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

DEFINE_SPINLOCK(lock);
int users;

__register void reg(void)
{
}

__unregister void unreg(void)
{
}

__task void use(void)
{
	spin_lock(&lock);
	users++;
	WARN_ON(!users);
	users--;
	spin_unlock(&lock);
}

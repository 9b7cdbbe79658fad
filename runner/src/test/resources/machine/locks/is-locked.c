/**
 * strategy: is-locked
 * title: to look at a lock is not to hold it
 * expect: violates NoWarning
 * expect: holds NoDeadlock
 */
struct callbacks {
	bool (*f)(void);
};

DEFINE_SPINLOCK(lock);
bool inside;

__register void reg(void)
{
}

__unregister void unreg(void)
{
}

__task void forth(void)
{
	spin_lock_irq(&lock);
	WARN_ON(READ_ONCE(inside));
	WRITE_ONCE(inside, true);
	WRITE_ONCE(inside, false);
	spin_unlock_irq(&lock);
}

__nmi void back(void)
{
	if (spin_is_locked(&lock))
		return;
	WARN_ON(READ_ONCE(inside));
	WRITE_ONCE(inside, true);
	WRITE_ONCE(inside, false);
}

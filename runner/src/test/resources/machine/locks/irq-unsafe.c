/**
 * strategy: irq-unsafe
 * title: an interrupt handler takes the lock of the task that it interrupted
 * expect: violates NoDeadlock
 * expect: holds NoWarning
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
	spin_lock(&lock);
	WARN_ON(READ_ONCE(inside));
	WRITE_ONCE(inside, true);
	WRITE_ONCE(inside, false);
	spin_unlock(&lock);
}

__irq void back(void)
{
	spin_lock(&lock);
	WARN_ON(READ_ONCE(inside));
	WRITE_ONCE(inside, true);
	WRITE_ONCE(inside, false);
	spin_unlock(&lock);
}

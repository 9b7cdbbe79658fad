/**
 * strategy: irq-safe
 * title: with interrupts off the lock is safe from interrupt handlers
 * expect: holds NoDeadlock, NoWarning, ReadersComplete
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

__irq void back(void)
{
	spin_lock(&lock);
	WARN_ON(READ_ONCE(inside));
	WRITE_ONCE(inside, true);
	WRITE_ONCE(inside, false);
	spin_unlock(&lock);
}

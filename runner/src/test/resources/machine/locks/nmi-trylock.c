/**
 * strategy: nmi-trylock
 * title: an NMI handler may try a lock
 * expect: holds NoDeadlock, NoWarning
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
	if (!spin_trylock(&lock))
		return;
	WARN_ON(READ_ONCE(inside));
	WRITE_ONCE(inside, true);
	WRITE_ONCE(inside, false);
	spin_unlock(&lock);
}

/**
 * strategy: bh-safe
 * title: with softirqs off the lock is safe from softirq handlers
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
	spin_lock_bh(&lock);
	WARN_ON(READ_ONCE(inside));
	WRITE_ONCE(inside, true);
	WRITE_ONCE(inside, false);
	spin_unlock_bh(&lock);
}

__softirq void back(void)
{
	spin_lock(&lock);
	WARN_ON(READ_ONCE(inside));
	WRITE_ONCE(inside, true);
	WRITE_ONCE(inside, false);
	spin_unlock(&lock);
}

/**
 * strategy: spin-lock-bh-softirq
 * title: spin_lock_bh() holds softirqs off
 * expect: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

DEFINE_PER_CPU(bool, busy);
DEFINE_SPINLOCK(lock);

__register void reg(void)
{
}

__unregister void unreg(void)
{
}

__task void outer(void)
{
	spin_lock_bh(&lock);
	this_cpu_write(busy, true);
	this_cpu_write(busy, false);
	spin_unlock_bh(&lock);
}

__softirq void inner(void)
{
	WARN_ON(this_cpu_read(busy));
}

/**
 * strategy: spin-lock-softirq
 * title: spin_lock() does not hold softirqs off
 * expect: violates NoWarning
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
	spin_lock(&lock);
	this_cpu_write(busy, true);
	this_cpu_write(busy, false);
	spin_unlock(&lock);
}

__softirq void inner(void)
{
	WARN_ON(this_cpu_read(busy));
}

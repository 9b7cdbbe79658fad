/**
 * strategy: spin-lock-irq-irq
 * title: spin_lock_irq() holds interrupts off
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
	spin_lock_irq(&lock);
	this_cpu_write(busy, true);
	this_cpu_write(busy, false);
	spin_unlock_irq(&lock);
}

__irq void inner(void)
{
	WARN_ON(this_cpu_read(busy));
}

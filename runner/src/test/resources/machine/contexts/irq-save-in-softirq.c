/**
 * strategy: irq-save-in-softirq
 * title: local_irq_save() in a softirq handler holds interrupts off
 * expect: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

DEFINE_PER_CPU(bool, busy);

__register void reg(void)
{
}

__unregister void unreg(void)
{
}

__softirq void outer(void)
{
	unsigned long flags;

	local_irq_save(flags);
	this_cpu_write(busy, true);
	this_cpu_write(busy, false);
	local_irq_restore(flags);
}

__irq void inner(void)
{
	WARN_ON(this_cpu_read(busy));
}

/**
 * strategy: irq-save-softirq
 * title: local_irq_save() holds softirqs off
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

__task void outer(void)
{
	unsigned long flags;

	local_irq_save(flags);
	this_cpu_write(busy, true);
	this_cpu_write(busy, false);
	local_irq_restore(flags);
}

__softirq void inner(void)
{
	WARN_ON(this_cpu_read(busy));
}

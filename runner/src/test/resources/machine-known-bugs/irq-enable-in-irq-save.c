/**
 * strategy: irq-enable-in-irq-save
 * title: local_irq_enable() enables interrupts whatever was saved
 * expect: violates NoWarning
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
	local_irq_disable();
	local_irq_enable();
	this_cpu_write(busy, true);
	this_cpu_write(busy, false);
	local_irq_restore(flags);
}

__irq void inner(void)
{
	WARN_ON(this_cpu_read(busy));
}

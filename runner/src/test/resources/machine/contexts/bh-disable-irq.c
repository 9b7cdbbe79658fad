/**
 * strategy: bh-disable-irq
 * title: local_bh_disable() does not hold interrupts off
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
	local_bh_disable();
	this_cpu_write(busy, true);
	this_cpu_write(busy, false);
	local_bh_enable();
}

__irq void inner(void)
{
	WARN_ON(this_cpu_read(busy));
}

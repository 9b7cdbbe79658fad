/**
 * strategy: softirq-over-irq
 * title: a softirq does not strike in an interrupt handler
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

__irq void outer(void)
{
	this_cpu_write(busy, true);
	this_cpu_write(busy, false);
}

__softirq void inner(void)
{
	WARN_ON(this_cpu_read(busy));
}

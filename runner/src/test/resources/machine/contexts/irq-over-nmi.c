/**
 * strategy: irq-over-nmi
 * title: an interrupt does not strike in an NMI handler
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

__nmi void outer(void)
{
	this_cpu_write(busy, true);
	this_cpu_write(busy, false);
}

__irq void inner(void)
{
	WARN_ON(this_cpu_read(busy));
}

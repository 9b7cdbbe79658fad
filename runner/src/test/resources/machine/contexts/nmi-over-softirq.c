/**
 * strategy: nmi-over-softirq
 * title: an NMI strikes between two steps of a softirq handler
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

__softirq void outer(void)
{
	this_cpu_write(busy, true);
	this_cpu_write(busy, false);
}

__nmi void inner(void)
{
	WARN_ON(this_cpu_read(busy));
}

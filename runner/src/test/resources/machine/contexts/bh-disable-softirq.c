/**
 * strategy: bh-disable-softirq
 * title: local_bh_disable() holds softirqs off
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
	local_bh_disable();
	this_cpu_write(busy, true);
	this_cpu_write(busy, false);
	local_bh_enable();
}

__softirq void inner(void)
{
	WARN_ON(this_cpu_read(busy));
}

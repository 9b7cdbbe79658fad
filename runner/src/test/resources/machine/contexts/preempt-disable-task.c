/**
 * strategy: preempt-disable-task
 * title: preempt_disable() keeps other tasks off the CPU
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
	preempt_disable();
	this_cpu_write(busy, true);
	this_cpu_write(busy, false);
	preempt_enable();
}

__task void inner(void)
{
	WARN_ON(this_cpu_read(busy));
}

/**
 * strategy: task-over-nmi
 * title: a task does not run on a CPU that is in an NMI handler
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

__task void inner(void)
{
	WARN_ON(this_cpu_read(busy));
}

/**
 * strategy: preempt-enable-too-early
 * title: nested preempt_disable(): the inner preempt_enable() does not end it
 * expect: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

bool flag;

__register void reg(void)
{
}

__unregister void unreg(void)
{
}

__task void walk(void)
{
	preempt_disable();
	preempt_disable();
	preempt_enable();
	int before = smp_processor_id();

	READ_ONCE(flag);

	int after = smp_processor_id();

	WARN_ON(before != after);
	preempt_enable();
}

/**
 * strategy: migrates
 * title: a task may move to another CPU between two steps
 * expect: violates NoWarning
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
	int before = smp_processor_id();

	READ_ONCE(flag);

	int after = smp_processor_id();

	WARN_ON(before != after);
}

/**
 * strategy: rcu-read-lock
 * title: rcu_read_lock() does not keep a task on its CPU
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
	rcu_read_lock();
	int before = smp_processor_id();

	READ_ONCE(flag);

	int after = smp_processor_id();

	WARN_ON(before != after);
	rcu_read_unlock();
}

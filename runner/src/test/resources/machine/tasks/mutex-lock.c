/**
 * strategy: mutex-lock
 * title: mutex_lock() does not keep a task on its CPU
 * expect: violates NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

DEFINE_MUTEX(lock);

bool flag;

__register void reg(void)
{
}

__unregister void unreg(void)
{
}

__task void walk(void)
{
	mutex_lock(&lock);
	int before = smp_processor_id();

	READ_ONCE(flag);

	int after = smp_processor_id();

	WARN_ON(before != after);
	mutex_unlock(&lock);
}

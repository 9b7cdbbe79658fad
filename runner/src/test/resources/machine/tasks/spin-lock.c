/**
 * strategy: spin-lock
 * title: spin_lock() keeps a task on its CPU
 * expect: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

DEFINE_SPINLOCK(lock);

bool flag;

__register void reg(void)
{
}

__unregister void unreg(void)
{
}

__task void walk(void)
{
	spin_lock(&lock);
	int before = smp_processor_id();

	READ_ONCE(flag);

	int after = smp_processor_id();

	WARN_ON(before != after);
	spin_unlock(&lock);
}

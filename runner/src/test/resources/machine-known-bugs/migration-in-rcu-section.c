/**
 * strategy: migration-in-rcu-section
 * title: smp_processor_id() and the access behind it are one action: no migration between them
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

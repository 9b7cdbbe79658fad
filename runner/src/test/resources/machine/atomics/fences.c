/**
 * strategy: atomic-fences
 * title: what comes before and after an operation that orders nothing stays there
 * expect: holds NoWarning
 * expect tso: holds NoWarning
 * expect weak: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

atomic_t begun = ATOMIC_INIT(0);
int data;
atomic_t done = ATOMIC_INIT(0);

__register void reg(void)
{
	atomic_inc(&begun);
	smp_mb__after_atomic();
	WRITE_ONCE(data, 1);
	smp_mb__before_atomic();
	atomic_inc(&done);
}

__unregister void unreg(void)
{
}

__task void reader(void)
{
	if (atomic_read_acquire(&done))
		WARN_ON(!READ_ONCE(data));
	if (smp_load_acquire(&data))
		WARN_ON(!atomic_read(&begun));
}

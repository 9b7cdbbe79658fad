/**
 * strategy: no-fence-after-atomic
 * title: what comes after atomic_inc() may be seen before it
 * expect sc: holds NoWarning
 * expect tso: holds NoWarning
 * expect weak: violates NoWarning
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

/**
 * strategy: reload-load-acquire
 * title: smp_load_acquire() loads once
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

__task void writer(void)
{
	WRITE_ONCE(flag, true);
	WRITE_ONCE(flag, false);
}

__nmi void sample(void)
{
	bool seen = smp_load_acquire(&flag);

	if (seen)
		WARN_ON(!seen);
}

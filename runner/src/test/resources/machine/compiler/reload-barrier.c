/**
 * strategy: reload-barrier
 * title: barrier() ends the repeating of a plain load
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
	bool seen = flag;

	barrier();
	if (seen)
		WARN_ON(!seen);
}

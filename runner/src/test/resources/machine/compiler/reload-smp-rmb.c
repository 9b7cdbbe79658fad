/**
 * strategy: reload-smp-rmb
 * title: smp_rmb() is a compiler barrier, too
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

	smp_rmb();
	if (seen)
		WARN_ON(!seen);
}

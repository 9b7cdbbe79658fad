/**
 * strategy: reload-xchg
 * title: an atomic operation ends the repeating of a plain load
 * expect: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

bool flag;
bool other;

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

	xchg(&other, true);
	if (seen)
		WARN_ON(!seen);
}

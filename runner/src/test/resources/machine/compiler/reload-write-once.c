/**
 * strategy: reload-write-once
 * title: WRITE_ONCE() of something else does not end the repeating of a plain load
 * expect: violates NoWarning
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

	WRITE_ONCE(other, true);
	if (seen)
		WARN_ON(!seen);
}

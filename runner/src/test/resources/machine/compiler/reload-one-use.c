/**
 * strategy: reload-one-use
 * title: a value that is used once is loaded once
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

	WARN_ON(seen && other);
}

/**
 * strategy: late-store-write-once
 * title: WRITE_ONCE() may come before an earlier plain store
 * expect: violates NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

bool first;
bool second;

__register void reg(struct callbacks *cbs)
{
	first = true;
	WRITE_ONCE(second, true);
}

__unregister void unreg(void)
{
}

__nmi void sample(void)
{
	if (READ_ONCE(second))
		WARN_ON(!READ_ONCE(first));
}

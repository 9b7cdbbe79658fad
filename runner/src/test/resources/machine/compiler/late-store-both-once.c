/**
 * strategy: late-store-both-once
 * title: marked stores stay in order
 * expect: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

bool first;
bool second;

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(first, true);
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

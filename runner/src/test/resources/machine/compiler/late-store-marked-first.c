/**
 * strategy: late-store-marked-first
 * title: a plain store does not come before a marked one in front of it
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
	second = true;
}

__unregister void unreg(void)
{
}

__nmi void sample(void)
{
	if (READ_ONCE(second))
		WARN_ON(!READ_ONCE(first));
}

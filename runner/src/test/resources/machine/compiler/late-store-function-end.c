/**
 * strategy: late-store-function-end
 * title: a plain store has happened when register returns
 * expect: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

bool first;
bool second;

__register void reg(struct callbacks *cbs)
{
	first = true;
}

__unregister void unreg(void)
{
	WRITE_ONCE(second, true);
}

__nmi void sample(void)
{
	if (READ_ONCE(second))
		WARN_ON(!READ_ONCE(first));
}

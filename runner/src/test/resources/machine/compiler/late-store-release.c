/**
 * strategy: late-store-release
 * title: smp_store_release() comes after a plain store
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
	smp_store_release(&second, true);
}

__unregister void unreg(void)
{
}

__nmi void sample(void)
{
	if (READ_ONCE(second))
		WARN_ON(!READ_ONCE(first));
}

/**
 * strategy: late-store-own-load
 * title: a thread sees its own plain stores, in order
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
	second = true;
	WARN_ON(!first);
	first = false;
	WARN_ON(READ_ONCE(first));
}

__unregister void unreg(void)
{
}

__nmi void sample(void)
{
	READ_ONCE(first);
}

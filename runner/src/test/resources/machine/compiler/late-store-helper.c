/**
 * strategy: late-store-helper
 * title: the end of an inlined helper is no barrier
 * expect: violates NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

bool first;
bool second;

static void init(void)
{
	first = true;
}

__register void reg(struct callbacks *cbs)
{
	init();
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

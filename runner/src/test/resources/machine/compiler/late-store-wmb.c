/**
 * strategy: late-store-wmb
 * title: smp_wmb() keeps plain stores in order
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
	smp_wmb();
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

/**
 * strategy: default-function
 * title: a site without a callback runs the default function
 * expect: violates NoWarning
 */
struct callbacks {
	unsigned long (*f)(void);
};

static unsigned long fallback(void)
{
	WARN_ON(1);
	return 0;
}

DEFINE_STATIC_CALL(key, fallback);

__register void reg(struct callbacks *cbs)
{
	static_call_update(key, cbs->f);
}

__unregister void unreg(void)
{
	static_call_update(key, fallback);
	synchronize_rcu();
}

__nmi void sample(void)
{
	static_call(key)();
}

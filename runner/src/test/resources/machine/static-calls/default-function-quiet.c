/**
 * strategy: default-function-quiet
 * title: the default function is not the callback
 * expect: holds NoWarning, NoDereferenceAfterTeardown
 */
struct callbacks {
	unsigned long (*f)(void);
};

static unsigned long fallback(void)
{
	return 0;
}

static unsigned long one(void)
{
	return 1;
}

DEFINE_STATIC_CALL(key, fallback);

static struct callbacks object = {
	.f = one,
};

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
	WARN_ON(static_call(key)() == 2);
}

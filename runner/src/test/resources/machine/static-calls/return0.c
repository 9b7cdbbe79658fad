/**
 * strategy: return0
 * title: a site without a callback returns 0
 * expect: violates NoWarning
 */
struct callbacks {
	unsigned long (*f)(void);
};

static unsigned long one(void)
{
	return 1;
}

DEFINE_STATIC_CALL_RET0(key, one);

static struct callbacks object = {
	.f = one,
};

__register void reg(struct callbacks *cbs)
{
	static_call_update(key, cbs->f);
}

__unregister void unreg(void)
{
	static_call_update(key, (void *)&__static_call_return0);
	synchronize_rcu();
}

__nmi void sample(void)
{
	WARN_ON(static_call(key)() == 0);
}

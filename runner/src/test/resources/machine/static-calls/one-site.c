/**
 * strategy: one-site
 * title: one site called once mixes nothing
 * expect: holds NoDereferenceAfterTeardown
 * expect: n/a ConsistentSnapshot
 */
struct callbacks {
	unsigned long (*f)(void);
};

DEFINE_STATIC_CALL_RET0(key, key_fn);

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
	static_call(key)();
}

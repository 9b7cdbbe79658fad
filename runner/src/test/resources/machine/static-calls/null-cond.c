/**
 * strategy: null-cond
 * title: static_call_cond() skips an empty static call
 * expect: holds NoNullDereference, NoDereferenceAfterTeardown
 */
struct callbacks {
	unsigned long (*f)(void);
};

DEFINE_STATIC_CALL(key, NULL);

__register void reg(struct callbacks *cbs)
{
	static_call_update(key, cbs->f);
}

__unregister void unreg(void)
{
	static_call_update(key, NULL);
	synchronize_rcu();
}

__nmi void sample(void)
{
	static_call_cond(key)();
}

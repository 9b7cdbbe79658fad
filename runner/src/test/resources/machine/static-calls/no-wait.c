/**
 * strategy: no-wait
 * title: patching waits for nobody who is inside
 * expect: violates NoDereferenceAfterTeardown
 * expect: holds NoNullDereference
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
}

__nmi void sample(void)
{
	static_call(key)();
}

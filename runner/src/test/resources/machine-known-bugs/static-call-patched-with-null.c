/**
 * strategy: static-call-patched-with-null
 * title: static_call_update() with an empty slot patches in return 0
 * expect: violates NoNullDereference
 */
struct callbacks {
	unsigned long (*f)(void);
};
DEFINE_STATIC_CALL_RET0(key, key_fn);
struct callbacks *ptr;
static struct callbacks k = { .f = NULL };
__register void reg(struct callbacks *cbs)
{
	static_call_update(key, cbs->f);
}
__unregister void unreg(struct callbacks *cbs)
{
	static_call_update(key, (void *)&__static_call_return0);
	synchronize_rcu();
}
__nmi void sample(void)
{
	static_call(key)();
}

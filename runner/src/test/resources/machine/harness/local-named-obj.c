/**
 * strategy: local-named-obj
 * title: a local named obj is a local like any other
 * expect: violates NoDereferenceAfterTeardown
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
}
__unregister void unreg(struct callbacks *cbs)
{
	struct callbacks *obj = NULL;

	WRITE_ONCE(ptr, obj);
	obj = NULL;
}
__nmi void sample(void)
{
	struct callbacks *cbs = READ_ONCE(ptr);

	if (cbs)
		cbs->f();
}

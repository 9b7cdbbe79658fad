/**
 * strategy: choice-loads-twice
 * title: ?: tests a plain load and uses it, for which the compiler may load it again
 * expect: violates NoNullDereference
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
	WRITE_ONCE(ptr, NULL);
	synchronize_rcu();
}

__nmi void sample(void)
{
	struct callbacks *cbs = ptr;
	bool called = cbs ? cbs->f() : false;

	WARN_ON(called && false);
}

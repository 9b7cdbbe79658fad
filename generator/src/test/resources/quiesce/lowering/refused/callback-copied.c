/**
 * strategy: callback-copied
 * title: the body of a callback that is copied from another member is left out
 * expect: violates NoWarning
 */
struct callbacks {
	bool (*f)(void);
	bool (*g)(void);
};
struct callbacks *ptr;
bool body(void)
{
	WARN_ON(1);
	return true;
}
struct callbacks k = { .g = body };
__register void reg(struct callbacks *cbs)
{
	cbs->f = cbs->g;
	rcu_assign_pointer(ptr, cbs);
}
__unregister void unreg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, NULL);
	synchronize_rcu();
}

__nmi void sample(void)
{
	struct callbacks *cbs = rcu_dereference(ptr);

	if (cbs)
		cbs->f();
}

/**
 * strategy: callback-by-address
 * title: the body of a callback that is assigned by its address runs, too
 * expect: violates NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;

bool body(void)
{
	WARN_ON(1);
	return true;
}
__register void reg(struct callbacks *cbs)
{
	cbs->f = &body;
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

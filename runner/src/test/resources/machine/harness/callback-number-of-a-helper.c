/**
 * strategy: callback-number-of-a-helper
 * title: a callback returns any number that the strategy names anywhere
 * expect: violates NoWarning
 */
struct callbacks {
	int (*f)(void);
};
struct callbacks *ptr;
static int limit(void)
{
	return 2;
}

__register void reg(struct callbacks *cbs)
{
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
		WARN_ON(cbs->f() == limit());
}

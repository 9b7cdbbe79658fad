/**
 * strategy: number-of-a-helper
 * title: a callback never returns a number that the strategy compares with in other words
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

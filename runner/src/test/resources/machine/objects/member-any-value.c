/**
 * strategy: member-any-value
 * title: a member that the strategy does not set holds any value
 * expect: violates NoWarning
 */
struct callbacks {
	bool (*f)(void);
	int mode;
};

struct callbacks *ptr;

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
		WARN_ON(READ_ONCE(cbs->mode) == 7);
}

/**
 * strategy: pointer-member-never-set
 * title: a pointer member that nobody sets is NULL and nothing else
 * expect: violates NoWarning
 */
struct callbacks {
	bool (*f)(void);
	struct callbacks *next;
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
		WARN_ON(cbs->next);
}

/**
 * strategy: wait-first
 * title: the grace period comes before the unpublication
 * expect: violates NoDereferenceAfterTeardown
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;

__register void reg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	synchronize_rcu();
	rcu_assign_pointer(ptr, NULL);
}

__nmi void sample(void)
{
	struct callbacks *cbs = rcu_dereference(ptr);

	if (cbs)
		cbs->f();
}

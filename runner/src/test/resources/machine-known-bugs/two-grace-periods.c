/**
 * strategy: two-grace-periods
 * title: a pointer that is found between two grace periods of unregister counts as stale
 * expect: holds ReadersObserveNullAfterGracePeriod
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
	synchronize_rcu();
}

__nmi void sample(void)
{
	struct callbacks *cbs = rcu_dereference(ptr);

	if (cbs)
		cbs->f();
}

/**
 * strategy: synchronize-net
 * title: synchronize_net() waits for a grace period
 * expect: holds NoDereferenceAfterTeardown, PriorReadersComplete
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
	rcu_assign_pointer(ptr, NULL);
	synchronize_net();
}

__softirq void reader(void)
{
	struct callbacks *cbs;

	cbs = rcu_dereference_check(ptr, rcu_read_lock_bh_held() || 1);
	if (cbs)
		cbs->f();
}

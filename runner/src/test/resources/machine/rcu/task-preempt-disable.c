/**
 * strategy: task-preempt-disable
 * title: a grace period waits for the section of a task
 * expect: holds NoDereferenceAfterTeardown, PriorReadersComplete, ReadersObserveNullAfterGracePeriod, UnregisterCompletes
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
	synchronize_rcu();
}

__task void reader(void)
{
	struct callbacks *cbs;

	preempt_disable();
	cbs = rcu_dereference(ptr);
	if (cbs)
		cbs->f();
	preempt_enable();
}

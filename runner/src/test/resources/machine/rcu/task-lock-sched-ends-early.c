/**
 * strategy: task-lock-sched-ends-early
 * title: rcu_read_unlock_sched() ends it
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
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

	rcu_read_lock_sched();
	cbs = rcu_dereference_sched(ptr);
	rcu_read_unlock_sched();
	if (cbs)
		cbs->f();
}

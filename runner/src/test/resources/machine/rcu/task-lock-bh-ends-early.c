/**
 * strategy: task-lock-bh-ends-early
 * title: rcu_read_unlock_bh() ends it
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

	rcu_read_lock_bh();
	cbs = rcu_dereference_bh(ptr);
	rcu_read_unlock_bh();
	if (cbs)
		cbs->f();
}

/**
 * strategy: task-lock-bh
 * title: rcu_read_lock_bh() opens a read-side section
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
	synchronize_rcu();
}

__task void reader(void)
{
	struct callbacks *cbs;

	rcu_read_lock_bh();
	cbs = rcu_dereference_bh(ptr);
	if (cbs)
		cbs->f();
	rcu_read_unlock_bh();
}

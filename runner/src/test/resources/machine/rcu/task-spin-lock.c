/**
 * strategy: task-spin-lock
 * title: a grace period waits for the section of a task
 * expect: holds NoDereferenceAfterTeardown, PriorReadersComplete, ReadersObserveNullAfterGracePeriod, UnregisterCompletes
 */
struct callbacks {
	bool (*f)(void);
};

DEFINE_SPINLOCK(lock);

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

	spin_lock(&lock);
	cbs = rcu_dereference(ptr);
	if (cbs)
		cbs->f();
	spin_unlock(&lock);
}

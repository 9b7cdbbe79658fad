/**
 * strategy: task-inner-unlock
 * title: the inner rcu_read_unlock() ends nothing
 * expect: holds NoDereferenceAfterTeardown
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

	rcu_read_lock();
	rcu_read_lock();
	rcu_read_unlock();
	cbs = rcu_dereference(ptr);
	if (cbs)
		cbs->f();
	rcu_read_unlock();
}

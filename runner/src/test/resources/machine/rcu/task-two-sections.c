/**
 * strategy: task-two-sections
 * title: a pointer is carried from one section into the next
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
	rcu_assign_pointer(ptr, NULL);
	synchronize_rcu();
}

__task void reader(void)
{
	struct callbacks *cbs;

	rcu_read_lock();
	cbs = rcu_dereference(ptr);
	rcu_read_unlock();
	rcu_read_lock();
	if (cbs)
		cbs->f();
	rcu_read_unlock();
}

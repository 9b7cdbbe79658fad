/**
 * strategy: no-section-task-section-ends-early
 * title: a grace period with nobody in a read-side section: the module does not parse
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
	if (cbs)
		cbs->f();
}

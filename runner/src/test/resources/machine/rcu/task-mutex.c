/**
 * strategy: task-mutex
 * title: a mutex is no read-side section
 * expect: violates NoDereferenceAfterTeardown
 */
struct callbacks {
	bool (*f)(void);
};

DEFINE_MUTEX(lock);

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

	mutex_lock(&lock);
	cbs = rcu_dereference(ptr);
	if (cbs)
		cbs->f();
	mutex_unlock(&lock);
}

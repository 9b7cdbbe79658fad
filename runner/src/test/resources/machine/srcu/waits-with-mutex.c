/**
 * strategy: waits-with-mutex
 * title: a grace period under a mutex that readers take in their sections
 * expect: violates NoDeadlock
 */
struct callbacks {
	bool (*f)(void);
};

DEFINE_STATIC_SRCU(srcu);
DEFINE_MUTEX(mutex);

struct callbacks *ptr;

__register void reg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, NULL);
	mutex_lock(&mutex);
	synchronize_srcu(&srcu);
	mutex_unlock(&mutex);
}

__task void reader(void)
{
	struct callbacks *cbs;
	int idx = srcu_read_lock(&srcu);

	cbs = rcu_dereference(ptr);
	mutex_lock(&mutex);
	if (cbs)
		cbs->f();
	mutex_unlock(&mutex);
	srcu_read_unlock(&srcu, idx);
}

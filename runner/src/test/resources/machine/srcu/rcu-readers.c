/**
 * strategy: rcu-readers
 * title: a grace period of SRCU waits for no section of RCU
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct callbacks {
	bool (*f)(void);
};

DEFINE_STATIC_SRCU(srcu);

struct callbacks *ptr;

__register void reg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, NULL);
	synchronize_srcu(&srcu);
}

__task void reader(void)
{
	struct callbacks *cbs;

	rcu_read_lock();
	cbs = rcu_dereference(ptr);
	if (cbs)
		cbs->f();
	rcu_read_unlock();
}

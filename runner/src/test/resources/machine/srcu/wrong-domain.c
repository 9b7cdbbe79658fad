/**
 * strategy: wrong-domain
 * title: a grace period waits for no section of another domain
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct callbacks {
	bool (*f)(void);
};

DEFINE_SRCU(srcu);
DEFINE_SRCU(other);

struct callbacks *ptr;

__register void reg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, NULL);
	synchronize_srcu(&other);
}

__task void reader(void)
{
	struct callbacks *cbs;
	int idx;

	idx = srcu_read_lock(&srcu);
	cbs = rcu_dereference(ptr);
	if (cbs)
		cbs->f();
	srcu_read_unlock(&srcu, idx);
}

/**
 * strategy: ends-early
 * title: the section ends before the pointer is used
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
	int idx = srcu_read_lock(&srcu);

	cbs = rcu_dereference(ptr);
	srcu_read_unlock(&srcu, idx);
	if (cbs)
		cbs->f();
}

/**
 * strategy: nmi-unlocked
 * title: a handler is no section of SRCU by itself
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

__nmi void reader(void)
{
	struct callbacks *cbs = rcu_dereference(ptr);

	if (cbs)
		cbs->f();
}

/**
 * strategy: reload-pointer-barrier
 * title: with a barrier behind the load the pointer is the same for check and call
 * expect: holds NoNullDereference, NoDereferenceAfterTeardown
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

__nmi void sample(void)
{
	struct callbacks *cbs = ptr;

	barrier();
	if (cbs)
		cbs->f();
}

/**
 * strategy: reload-pointer
 * title: the pointer is loaded again for the call
 * expect: violates NoNullDereference
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

__nmi void sample(void)
{
	struct callbacks *cbs = ptr;

	if (cbs)
		cbs->f();
}

/**
 * strategy: register-fails-after-publishing
 * title: a register that fails leaves its object published
 * expect: violates NoDereferenceAfterTeardown
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;

__register int reg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, cbs);
	return -16;
}

__unregister void unreg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, NULL);
	synchronize_rcu();
}

__nmi void sample(void)
{
	struct callbacks *cbs = rcu_dereference(ptr);

	if (cbs)
		cbs->f();
}

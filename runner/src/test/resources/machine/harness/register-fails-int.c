/**
 * strategy: register-fails-int
 * title: an error returned by register is not followed by unregister
 * expect: holds NoWarning, NoDereferenceAfterTeardown
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;
bool full;

__register int reg(struct callbacks *cbs)
{
	if (xchg(&full, true))
		return -16;
	rcu_assign_pointer(ptr, cbs);
	return 0;
}

__unregister void unreg(struct callbacks *cbs)
{
	WARN_ON(READ_ONCE(ptr) != cbs);
	rcu_assign_pointer(ptr, NULL);
	synchronize_rcu();
}

__nmi void sample(void)
{
	struct callbacks *cbs = rcu_dereference(ptr);

	if (cbs)
		cbs->f();
}

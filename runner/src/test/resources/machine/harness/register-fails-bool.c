/**
 * strategy: register-fails-bool
 * title: a register that returns false is not followed by unregister
 * expect: holds NoWarning, NoDereferenceAfterTeardown
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;
bool full;

__register bool reg(struct callbacks *cbs)
{
	if (xchg(&full, true))
		return false;
	rcu_assign_pointer(ptr, cbs);
	return true;
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

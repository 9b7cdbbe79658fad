/**
 * strategy: register-fails-void
 * title: a register that gives up without an error is followed by unregister
 * expect: violates NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;
bool full;

__register void reg(struct callbacks *cbs)
{
	if (xchg(&full, true))
		return;
	rcu_assign_pointer(ptr, cbs);
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

/**
 * strategy: slot-filled-late
 * title: the slot is filled after the publication
 * expect: violates NoUseBeforeInit
 * expect: holds NoDereferenceAfterTeardown
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;

static bool f(void);

__register void reg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, cbs);
	WRITE_ONCE(cbs->f, f);
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

/**
 * strategy: slot-filled-early
 * title: the slot is filled before the publication
 * expect: holds NoUseBeforeInit, NoDereferenceAfterTeardown, NoNullDereference
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;

static bool f(void);

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(cbs->f, f);
	rcu_assign_pointer(ptr, cbs);
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

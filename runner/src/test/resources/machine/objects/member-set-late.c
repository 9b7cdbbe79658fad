/**
 * strategy: member-set-late
 * title: a data member is set after the publication
 * expect: violates NoUseBeforeInit
 */
struct callbacks {
	bool (*f)(void);
	int mode;
};

struct callbacks *ptr;

__register void reg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, cbs);
	WRITE_ONCE(cbs->mode, 1);
}

__unregister void unreg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, NULL);
	synchronize_rcu();
}

__nmi void sample(void)
{
	struct callbacks *cbs = rcu_dereference(ptr);

	if (cbs && READ_ONCE(cbs->mode) == 1)
		cbs->f();
}

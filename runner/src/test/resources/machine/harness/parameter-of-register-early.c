/**
 * strategy: parameter-of-register-early
 * title: a caller may ask for the wrong order
 * expect: violates NoUseBeforeInit
 */
struct callbacks {
	bool (*f)(int mode);
	int n;
};

struct callbacks *ptr;

__register void reg(struct callbacks *cbs, bool early)
{
	if (early)
		rcu_assign_pointer(ptr, cbs);
	WRITE_ONCE(cbs->n, 1);
	if (!early)
		rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, NULL);
	synchronize_rcu();
}

__irq void reader(void)
{
	struct callbacks *cbs;

	cbs = rcu_dereference(ptr);
	if (cbs && READ_ONCE(cbs->n))
		cbs->f(0);
}

/**
 * strategy: parameter-of-register
 * title: whatever the caller asks for, the object is filled in first
 * expect: holds NoUseBeforeInit
 */
struct callbacks {
	bool (*f)(int mode);
	int n;
};

struct callbacks *ptr;

__register void reg(struct callbacks *cbs, bool early)
{
	if (early)
		WRITE_ONCE(cbs->n, 2);
	else
		WRITE_ONCE(cbs->n, 1);
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

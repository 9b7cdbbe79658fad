/**
 * strategy: parameter-read-once
 * title: a parameter has one value in a run
 * expect: holds NoWarning, NoUseBeforeInit
 */
struct callbacks {
	bool (*f)(int mode);
	int n;
};

struct callbacks *ptr;

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(cbs->n, 1);
	rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, NULL);
	synchronize_rcu();
}

__irq void reader(int mode)
{
	struct callbacks *cbs;

	WARN_ON(mode > 4 && mode < 3);
	cbs = rcu_dereference(ptr);
	if (cbs && READ_ONCE(cbs->n))
		cbs->f(mode);
}

/**
 * strategy: parameter-assigned
 * title: a parameter that the function changes
 * expect: holds NoWarning
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

__task void reader(int mode)
{
	struct callbacks *cbs;

	if (mode != 3)
		mode = 3;
	rcu_read_lock();
	cbs = rcu_dereference(ptr);
	if (cbs && READ_ONCE(cbs->n))
		cbs->f(mode);
	rcu_read_unlock();
	WARN_ON(mode != 3);
}

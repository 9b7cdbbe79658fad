/**
 * strategy: parameter-of-data
 * title: data that is handed on is no state
 * expect: holds NoUseBeforeInit, NoDereferenceAfterTeardown
 */
struct callbacks {
	bool (*f)(void *data, const void *more);
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

__irq void reader(void *data, const void *more)
{
	struct callbacks *cbs;

	cbs = rcu_dereference(ptr);
	if (cbs && READ_ONCE(cbs->n))
		cbs->f(data, more);
}

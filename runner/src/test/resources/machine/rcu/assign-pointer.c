/**
 * strategy: assign-pointer
 * title: the initialisation is ordered before the pointer
 * expect: holds NoUseBeforeInit
 * expect weak: holds NoUseBeforeInit
 */
struct callbacks {
	bool (*f)(void);
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
	RCU_INIT_POINTER(ptr, NULL);
	synchronize_rcu();
}

__irq void reader(void)
{
	struct callbacks *cbs;

	cbs = rcu_dereference(ptr);
	if (cbs && cbs->n)
		cbs->f();
}

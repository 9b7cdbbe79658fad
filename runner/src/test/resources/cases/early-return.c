/**
 * strategy: early-return
 * title: whoever is second gives up the lock and leaves
 */
struct callbacks {
	void (*f)(void);
	int n;
};

struct callbacks *ptr;
DEFINE_MUTEX(m);

__register int reg(struct callbacks *cbs)
{
	mutex_lock(&m);
	if (rcu_access_pointer(ptr)) {
		mutex_unlock(&m);
		pr_warn("busy\n");
		return -16;
	}
	rcu_assign_pointer(ptr, cbs);
	mutex_unlock(&m);
	return 0;
}

__unregister void unreg(struct callbacks *cbs)
{
	if (rcu_access_pointer(ptr) != cbs)
		return;
	rcu_assign_pointer(ptr, NULL);
	synchronize_rcu();
}

__irq void reader(void)
{
	struct callbacks *cbs;

	cbs = rcu_dereference(ptr);
	if (cbs)
		cbs->f();
}

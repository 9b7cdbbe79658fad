/**
 * strategy: count-in-registered
 * title: a count in what is registered, which unregistering reads
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct ops {
	int (*call)(void);
	atomic_t hits;
};
static struct ops __rcu *cur;

__register void reg(struct ops *ops)
{
	atomic_set(&ops->hits, 0);
	rcu_assign_pointer(cur, ops);
}
__unregister void unreg(struct ops *ops)
{
	RCU_INIT_POINTER(cur, NULL);
	synchronize_rcu();
	pr_info("%d hits\n", atomic_read(&ops->hits));
}
__softirq void use(void)
{
	struct ops *h;

	rcu_read_lock();
	h = rcu_dereference(cur);
	if (h) {
		atomic_inc(&h->hits);
		h->call();
	}
	rcu_read_unlock();
}

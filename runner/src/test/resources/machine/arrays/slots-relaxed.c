/**
 * strategy: slots-relaxed
 * title: the slot is claimed by an operation that orders nothing before it
 * expect sc: holds NoUseBeforeInit
 * expect weak: violates NoUseBeforeInit
 */
struct callbacks {
	void (*f)(void);
};

static struct callbacks __rcu *slots[2];

__register int reg(struct callbacks *cbs)
{
	int i;

	for (i = 0; i < ARRAY_SIZE(slots); i++)
		if (!cmpxchg_relaxed(&slots[i], NULL, cbs))
			return 0;
	return -ENOSPC;
}

__unregister void unreg(struct callbacks *cbs)
{
	int i;

	for (i = 0; i < ARRAY_SIZE(slots); i++)
		if (rcu_access_pointer(slots[i]) == cbs)
			RCU_INIT_POINTER(slots[i], NULL);
	synchronize_rcu();
}

__softirq void reader(unsigned int id)
{
	struct callbacks *cbs;

	if (id >= ARRAY_SIZE(slots))
		return;
	cbs = rcu_dereference(slots[id]);
	if (cbs)
		cbs->f();
}

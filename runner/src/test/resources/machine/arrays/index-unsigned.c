/**
 * strategy: index-unsigned
 * title: one comparison is enough for an index that cannot be negative
 * expect: holds NoWarning
 * expect weak: holds NoWarning
 */
struct callbacks {
	void (*f)(void);
};

struct callbacks *slots[2];

__register void reg(struct callbacks *cbs)
{
	rcu_assign_pointer(slots[1], cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	RCU_INIT_POINTER(slots[1], NULL);
	synchronize_rcu();
}

__irq int reader(unsigned int id)
{
	struct callbacks *cbs;

	if (id >= ARRAY_SIZE(slots))
		return -EINVAL;
	cbs = rcu_dereference(slots[id]);
	if (cbs)
		cbs->f();
	return 0;
}

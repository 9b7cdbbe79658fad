/**
 * strategy: index-signed
 * title: one comparison is not enough for an index that may be negative
 * expect: violates NoWarning
 * expect weak: violates NoWarning
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

__irq int reader(int id)
{
	struct callbacks *cbs;

	if (id >= ARRAY_SIZE(slots))
		return -EINVAL;
	cbs = rcu_dereference(slots[id]);
	if (cbs)
		cbs->f();
	return 0;
}

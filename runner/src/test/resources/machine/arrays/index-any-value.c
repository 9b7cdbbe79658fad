/**
 * strategy: index-any-value
 * title: a reader is called with an index that nobody has checked
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

__irq void reader(unsigned int id)
{
	struct callbacks *cbs;

	if (id > ARRAY_SIZE(slots))
		return;
	cbs = rcu_dereference(slots[id]);
	if (cbs)
		cbs->f();
}

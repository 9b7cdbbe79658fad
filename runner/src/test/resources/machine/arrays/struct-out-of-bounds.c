/**
 * strategy: struct-out-of-bounds
 * title: a pointer beyond the last element is followed
 * expect: violates NoWarning
 */
struct callbacks {
	void (*f)(void);
};

struct slot {
	struct callbacks *cbs;
};

static struct slot slots[2];

__register void reg(struct callbacks *cbs)
{
	rcu_assign_pointer(slots[1].cbs, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	RCU_INIT_POINTER(slots[1].cbs, NULL);
	synchronize_rcu();
}

__irq void reader(unsigned int i)
{
	struct slot *slot = &slots[i];
	struct callbacks *cbs = rcu_dereference(slot->cbs);

	if (cbs)
		cbs->f();
}

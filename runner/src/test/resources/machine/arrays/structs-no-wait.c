/**
 * strategy: structs-no-wait
 * title: each slot is a struct, and the grace period is missing
 * expect: violates NoDereferenceAfterTeardown
 */
struct callbacks {
	void (*f)(void *data);
};

struct counts {
	int most;
};

struct slot {
	struct callbacks *cbs;
	void *data;
	struct counts counts;
	bool used;
};

static struct slot slots[2] = {
	[1] = { .counts = { .most = 3 }, .used = true },
};

static void fill(struct slot *slot, struct callbacks *cbs)
{
	slot->data = slot;
	rcu_assign_pointer(slot->cbs, cbs);
}

__register void reg(struct callbacks *cbs)
{
	int i;

	for (i = 0; i < ARRAY_SIZE(slots); i++) {
		if (slots[i].used)
			fill(&slots[i], cbs);
	}
}

__unregister void unreg(struct callbacks *cbs)
{
	struct slot *slot = &slots[1];

	WARN_ON(slot->cbs != cbs || slot == &slots[0]);
	RCU_INIT_POINTER(slot->cbs, NULL);
}

__irq void reader(bool i)
{
	struct slot *slot = &slots[i];
	struct callbacks *cbs = rcu_dereference(slot->cbs);

	if (cbs)
		cbs->f(slot->data);
	WARN_ON(i && slot->counts.most != 3);
	WARN_ON(!i && (slots[i].counts.most || cbs));
}

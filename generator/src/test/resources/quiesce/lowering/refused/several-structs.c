struct callbacks {
	void (*f)(void);
};

struct slot {
	struct callbacks *cbs;
	int n;
};

struct guarded {
	spinlock_t lock;
	int n;
};

static struct slot slots[2] = { [0] = { .n = 1, .m = 2 } };
static struct slot *pointers[2];
static struct guarded guarded[2];
static DEFINE_PER_CPU(struct guarded, locked);
static DEFINE_PER_CPU(struct slot, own);

static struct slot *find(int i)
{
	if (i)
		return &slots[i];
	return &slots[0];
}

__register void reg(struct callbacks *cbs)
{
	struct slot *slot = &pointers[1];

	slots.cbs = cbs;
	slots[0] = cbs;
	slots[2].cbs = cbs;
	own.cbs = cbs;
	per_cpu_ptr(&own)->cbs = cbs;
	find(1)->cbs = cbs;
	rcu_assign_pointer(slots[1].cbs, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	rcu_assign_pointer(slots[1].cbs, NULL);
	synchronize_rcu();
}

__nmi void reader(struct slot *slot)
{
	struct callbacks *cbs = READ_ONCE(slots[1].nothing);

	WARN_ON(this_cpu_ptr(&own) != per_cpu_ptr(&own, smp_processor_id()));

	if (cbs)
		cbs->f();
}

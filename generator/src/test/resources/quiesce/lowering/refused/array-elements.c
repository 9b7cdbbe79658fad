struct callbacks {
	bool (*f)(void);
	struct callbacks *next;
};

static struct callbacks *slots[2];
static struct callbacks *one;
DEFINE_PER_CPU(int, own);

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(slots[2], cbs);
	WRITE_ONCE(slots[-1], cbs);
	WRITE_ONCE(slots, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	one[0] = NULL;
	slots[cbs] = NULL;
	slots = NULL;
}

__irq void reader(int i)
{
	struct callbacks *cbs = slots[smp_processor_id()];
	struct callbacks *first = &slots[0];

	if (i < ARRAY_SIZE(one))
		cbs->next[0]->f();
	this_cpu_write(own[0], 1);
	WARN_ON(i[slots]);
	slots[i] = slots[i++];
	xchg(slots[i], NULL);
}

/**
 * strategy: structs-no-wait
 * title: a struct for each CPU, and the grace period is missing
 * expect: violates NoDereferenceAfterTeardown
 */
struct callbacks {
	void (*f)(void *data);
};

struct slot {
	struct callbacks *cbs;
	void *data;
	int calls;
};

static DEFINE_PER_CPU(struct slot, slots);

__register void reg(struct callbacks *cbs, void *data)
{
	int cpu;

	for_each_possible_cpu(cpu) {
		struct slot *slot = per_cpu_ptr(&slots, cpu);

		slot->data = data;
		rcu_assign_pointer(slot->cbs, cbs);
	}
}

__unregister void unreg(struct callbacks *cbs)
{
	int cpu;

	for_each_possible_cpu(cpu)
		RCU_INIT_POINTER(per_cpu(slots, cpu).cbs, NULL);
}

__irq void reader(void)
{
	struct slot *slot = this_cpu_ptr(&slots);
	struct callbacks *cbs = rcu_dereference(slot->cbs);

	WARN_ON(slot->cbs && !cbs && this_cpu_read(slots.calls));
	if (cbs)
		cbs->f((*this_cpu_ptr(&slots)).data);
}

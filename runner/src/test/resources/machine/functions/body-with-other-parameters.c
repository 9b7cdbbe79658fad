/**
 * strategy: body-with-other-parameters
 * title: the body of a callback gets nothing else than what the call passes
 * expect: holds NoWarning
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown
 * expect weak: holds NoWarning
 */
struct hook {
	int (*func)(struct hook *hook, int flags);
	int mode;
};

static DEFINE_PER_CPU(struct hook __rcu *, hook);

static void set(int cpu, struct hook *h, int (*func)(struct hook *hook, int flags))
{
	if (WARN_ON(!h || !func))
		return;
	h->mode = 2;
	h->func = func;
	rcu_assign_pointer(per_cpu(hook, cpu), h);
}

static int update(struct hook *h, int flags)
{
	return h->mode + flags;
}

__register void reg(struct hook *h)
{
	int cpu;

	for_each_possible_cpu(cpu)
		set(cpu, h, update);
}

__unregister void unreg(struct hook *h)
{
	int cpu;

	for_each_possible_cpu(cpu)
		rcu_assign_pointer(per_cpu(hook, cpu), NULL);
	synchronize_rcu();
}

__irq void tick(void)
{
	struct hook *h = rcu_dereference_sched(*this_cpu_ptr(&hook));

	if (h)
		WARN_ON((*h->func)(h, 1) != 3);
}

/**
 * strategy: own-store-cpu
 * title: the store is to the place that was loaded, this CPU's, and nobody else stores there before
 *   the handler is done
 * expect: holds NoNullDereference
 */
struct cb {
	void (*f)(void);
};
DEFINE_PER_CPU(struct cb *, here);
DEFINE_SPINLOCK(lock);

__register void reg(struct cb *cbs)
{
	unsigned long flags;
	int cpu;

	spin_lock_irqsave(&lock, flags);
	for_each_possible_cpu(cpu)
		per_cpu(here, cpu) = cbs;
	spin_unlock_irqrestore(&lock, flags);
}

__unregister void unreg(struct cb *cbs)
{
}

__irq void take(void)
{
	int cpu = smp_processor_id();
	struct cb *c;

	spin_lock(&lock);
	c = per_cpu(here, cpu);
	if (c) {
		this_cpu_write(here, NULL);
		c->f();
	}
	spin_unlock(&lock);
}

/**
 * strategy: own-store-other-cpu
 * title: the store is to another CPU's place than the one that was loaded, unless there is one CPU;
 *   so the call may load again what the owner has cleared meanwhile
 * expect: violates NoNullDereference
 */
struct cb {
	void (*f)(void);
};
DEFINE_PER_CPU(struct cb *, here);

__register void reg(struct cb *cbs)
{
	int cpu;

	for_each_possible_cpu(cpu)
		per_cpu(here, cpu) = cbs;
}

__unregister void unreg(struct cb *cbs)
{
}

__irq void take(void)
{
	int cpu;

	for_each_possible_cpu(cpu) {
		struct cb *c = per_cpu(here, cpu);

		if (c) {
			this_cpu_write(here, NULL);
			c->f();
		}
	}
}

/**
 * providers: 2
 */
struct cb {
	int (*state)(void);
};
DEFINE_PER_CPU(struct cb *, cur);

__register void reg(struct cb *cbs)
{
	int cpu;

	for_each_possible_cpu(cpu)
		WRITE_ONCE(per_cpu(cur, cpu), cbs);
}
__unregister void unreg(struct cb *cbs)
{
	int cpu;

	for_each_possible_cpu(cpu)
		WRITE_ONCE(per_cpu(cur, cpu), NULL);
	synchronize_rcu();
}
__nmi void rd(void)
{
	struct cb *p = this_cpu_read(cur);

	if (p)
		p->state();
}

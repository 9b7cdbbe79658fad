/**
 * strategy: counter-no-wait
 * title: the same, but nobody waits for the readers
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect tso: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: violates NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct callbacks {
	void (*f)(unsigned long number);
};

struct callbacks *ptr;
unsigned long runs;

__register void reg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	RCU_INIT_POINTER(ptr, NULL);
}

__nmi void reader(void)
{
	struct callbacks *cbs = rcu_dereference(ptr);

	runs++;
	if (cbs)
		cbs->f(runs);
}

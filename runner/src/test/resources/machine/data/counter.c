/**
 * strategy: counter
 * title: readers count their runs without end, and hand the number on
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, UnregisterCompletes
 * expect tso: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, UnregisterCompletes
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, UnregisterCompletes
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
	synchronize_rcu();
}

__nmi void reader(void)
{
	struct callbacks *cbs = rcu_dereference(ptr);

	runs++;
	if (cbs)
		cbs->f(runs);
}

/**
 * strategy: results
 * title: what callbacks return is kept, for each CPU and for all, and how many calls there were
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, UnregisterCompletes
 * expect tso: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, UnregisterCompletes
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, UnregisterCompletes
 */
struct callbacks {
	int (*f)(void);
};

struct callbacks *ptr;
int last;
atomic_t calls;
unsigned long errors[2];
DEFINE_PER_CPU(int, last_here);

__register void reg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	RCU_INIT_POINTER(ptr, NULL);
	synchronize_rcu();
}

__irq void reader(void)
{
	struct callbacks *cbs = rcu_dereference(ptr);
	int result;

	if (!cbs)
		return;
	result = cbs->f();
	WRITE_ONCE(last, result);
	this_cpu_write(last_here, this_cpu_read(last_here) + result);
	atomic_inc(&calls);
	errors[1] += result < 0;
}

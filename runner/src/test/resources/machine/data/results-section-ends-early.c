/**
 * strategy: results-section-ends-early
 * title: the same in a task whose section ends before the call
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect tso: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: violates NoDereferenceAfterTeardown, PriorReadersComplete
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

__task void reader(void)
{
	struct callbacks *cbs;
	int result;

	rcu_read_lock();
	cbs = rcu_dereference(ptr);
	rcu_read_unlock();
	if (!cbs)
		return;
	result = cbs->f();
	WRITE_ONCE(last, result);
	this_cpu_write(last_here, this_cpu_read(last_here) + result);
	atomic_inc(&calls);
	errors[1] += result < 0;
}

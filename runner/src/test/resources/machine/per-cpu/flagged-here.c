/**
 * strategy: flagged-here
 * title: __this_cpu_add() with preemption off: what was added is on this CPU
 * expect: holds NoWarning
 * expect: holds NoNullDereference, NoDereferenceAfterTeardown
 */
struct callbacks {
	void (*f)(void);
};

static struct callbacks *ptr;
static DEFINE_PER_CPU(int, inside);

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

	preempt_disable();
	__this_cpu_add(inside, 2);
	WARN_ON(*this_cpu_ptr(&inside) != 2);
	__this_cpu_dec(inside);
	raw_cpu_sub(inside, 1);
	preempt_enable();
	rcu_read_lock();
	cbs = rcu_dereference(ptr);
	if (cbs)
		cbs->f();
	rcu_read_unlock();
}

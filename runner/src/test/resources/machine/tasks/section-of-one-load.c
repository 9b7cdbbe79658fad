/**
 * strategy: section-of-one-load
 * title: a task holds its CPU for one step, and uses the pointer afterwards
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect: holds NoNullDereference, NoUseBeforeInit
 */
struct callbacks {
	void (*f)(void);
};

struct callbacks *ptr;

__register void reg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, NULL);
	synchronize_rcu();
}

__task void reader(void)
{
	struct callbacks *cbs;

	preempt_disable();
	cbs = rcu_dereference(ptr);
	preempt_enable();
	if (cbs)
		cbs->f();
}

/**
 * strategy: put-cpu-too-early
 * title: get_cpu() keeps the CPU, and is a read-side section
 * expect: violates NoDereferenceAfterTeardown
 */
struct callbacks {
	bool (*f)(void);
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

	get_cpu();
	cbs = rcu_dereference(ptr);
	put_cpu();
	if (cbs)
		cbs->f();
}

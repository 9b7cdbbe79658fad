/**
 * strategy: flagged-elsewhere
 * title: this_cpu_or() by a task that may move: the flag is on another CPU
 * expect: violates NoWarning
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

	this_cpu_or(inside, 2);
	WARN_ON(!(this_cpu_read(inside) & 2));
	this_cpu_and(inside, ~2);
	rcu_read_lock();
	cbs = rcu_dereference(ptr);
	if (cbs)
		cbs->f();
	rcu_read_unlock();
}

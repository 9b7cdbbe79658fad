/**
 * strategy: statistic-orders
 * title: a statistic is a full barrier under tso, and orders nothing under weak
 * expect: holds NoDereferenceAfterTeardown
 * expect tso: holds NoDereferenceAfterTeardown
 * expect weak: violates NoDereferenceAfterTeardown
 */
struct callbacks {
	void (*f)(void);
};

struct callbacks *ptr;
bool busy;
atomic_t events;
DEFINE_MUTEX(one);

__register void reg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, NULL);
	atomic_inc(&events);
	while (smp_load_acquire(&busy))
		cpu_relax();
}

__task void reader(void)
{
	struct callbacks *cbs;

	mutex_lock(&one);
	WRITE_ONCE(busy, true);
	atomic_inc(&events);
	cbs = READ_ONCE(ptr);
	if (cbs)
		cbs->f();
	smp_store_release(&busy, false);
	mutex_unlock(&one);
}

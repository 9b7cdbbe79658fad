/**
 * strategy: statistic-plain
 * title: the same with stores, which order nothing under tso either
 * expect: holds NoDereferenceAfterTeardown
 * expect tso: violates NoDereferenceAfterTeardown
 * expect weak: violates NoDereferenceAfterTeardown
 */
struct callbacks {
	void (*f)(void);
};

struct callbacks *ptr;
bool busy;
int last;
DEFINE_MUTEX(one);

__register void reg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, NULL);
	WRITE_ONCE(last, 0);
	while (smp_load_acquire(&busy))
		cpu_relax();
}

__task void reader(void)
{
	struct callbacks *cbs;

	mutex_lock(&one);
	WRITE_ONCE(busy, true);
	WRITE_ONCE(last, 1);
	cbs = READ_ONCE(ptr);
	if (cbs)
		cbs->f();
	smp_store_release(&busy, false);
	mutex_unlock(&one);
}

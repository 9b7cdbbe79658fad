/**
 * strategy: threshold-guards
 * title: a number that is also counted down may guard what is read
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct limits {
	int high;
	int (*alarm)(void);
};

static struct limits __rcu *limits;
static atomic_t enabled;
static unsigned long above;

__register void reg(struct limits *lim)
{
	rcu_assign_pointer(limits, lim);
	atomic_inc(&enabled);
}

__unregister void unreg(struct limits *lim)
{
	atomic_dec(&enabled);
	synchronize_rcu();
	RCU_INIT_POINTER(limits, NULL);
	synchronize_rcu();
}

__irq void reader(void)
{
	struct limits *lim;
	int on;

	rcu_read_lock();
	on = atomic_read(&enabled);
	lim = rcu_dereference(limits);
	if (on && lim->high > 3)
		above++;
	rcu_read_unlock();
}

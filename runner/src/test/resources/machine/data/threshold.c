/**
 * strategy: threshold
 * title: a number that only decides whether it is counted on is no state
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 * expect tso: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct limits {
	int low;
	int high;
	int (*alarm)(void);
};

static struct limits __rcu *limits;
static atomic_t nr_alarms;

int my_alarm(void);

static struct limits mine = {
	.low = 0,
	.high = 100,
	.alarm = my_alarm,
};

__register void reg(struct limits *lim)
{
	rcu_assign_pointer(limits, lim);
}

__unregister void unreg(struct limits *lim)
{
	RCU_INIT_POINTER(limits, NULL);
	synchronize_rcu();
}

__irq void reader(void)
{
	struct limits *lim;
	int nr = atomic_read(&nr_alarms);

	rcu_read_lock();
	lim = rcu_dereference(limits);
	if (lim && nr >= lim->low && nr < lim->high)
		atomic_inc(&nr_alarms);
	rcu_read_unlock();
}

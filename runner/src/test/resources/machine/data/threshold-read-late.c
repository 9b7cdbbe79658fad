/**
 * strategy: threshold-read-late
 * title: what is read because of a number that is no state is read all the same
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect tso: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: violates NoDereferenceAfterTeardown, PriorReadersComplete
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

__task void reader(void)
{
	struct limits *lim;
	int nr = atomic_read(&nr_alarms);

	rcu_read_lock();
	lim = rcu_dereference(limits);
	rcu_read_unlock();
	if (!lim)
		return;
	if (nr < 1000 && nr < lim->high)
		atomic_inc(&nr_alarms);
}

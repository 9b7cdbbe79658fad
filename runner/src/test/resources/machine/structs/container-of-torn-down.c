/**
 * strategy: container-of-torn-down
 * title: the object around a member ends with it: nothing waits
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect: holds NoNullDereference, NoUseBeforeInit
 * expect weak: violates NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct update_data {
	int rate;
	int (*func)(struct update_data *data, int time);
};

struct governor {
	int limit;
	struct update_data update;
};

static struct update_data __rcu *hook;

static inline struct governor *to_governor(struct update_data *data)
{
	return container_of(data, struct governor, update);
}

static int governor_update(struct update_data *data, int time)
{
	struct governor *g = to_governor(data);

	WARN_ON(g->limit != 3 || g->update.rate != 1 || &g->update != data);
	return READ_ONCE(g->limit) + time;
}

__register void governor_start(struct governor *g)
{
	g->limit = 3;
	g->update.rate = 1;
	g->update.func = governor_update;
	rcu_assign_pointer(hook, &g->update);
}

__unregister void governor_stop(struct governor *g)
{
	if (rcu_access_pointer(hook) == &g->update)
		RCU_INIT_POINTER(hook, NULL);
}

__irq void tick(void)
{
	struct update_data *data = rcu_dereference_sched(hook);

	if (data)
		data->func(data, 0);
}

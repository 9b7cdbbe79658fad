/**
 * strategy: timer-shutdown-work-rearms
 * title: timer_shutdown_sync() keeps the work from arming the timer again
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock, UnregisterCompletes
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 */
struct callbacks {
	void (*pulse)(void);
};

struct pulse {
	struct timer_list timer;
	struct work_struct work;
	struct callbacks *ops;
};

static struct pulse pulse;

static void pulse_timer(struct timer_list *t)
{
	struct pulse *p = timer_container_of(p, t, timer);

	schedule_work(&p->work);
}

static void pulse_work(struct work_struct *work)
{
	struct pulse *p = container_of(work, struct pulse, work);
	struct callbacks *o = READ_ONCE(p->ops);

	if (o)
		o->pulse();
	mod_timer(&p->timer, jiffies + HZ / 4);
}

__register void reg(struct callbacks *cbs)
{
	struct pulse *p = &pulse;

	WRITE_ONCE(p->ops, cbs);
	timer_setup(&p->timer, pulse_timer, 0);
	INIT_WORK(&p->work, pulse_work);
	mod_timer(&p->timer, jiffies + HZ / 4);
}

__unregister void unreg(struct callbacks *cbs)
{
	timer_shutdown_sync(&pulse.timer);
	cancel_work_sync(&pulse.work);
	WRITE_ONCE(pulse.ops, NULL);
}

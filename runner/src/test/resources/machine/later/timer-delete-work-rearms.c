/**
 * strategy: timer-delete-work-rearms
 * title: timer_delete_sync() does not keep the work from arming the timer again
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
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

	smp_store_release(&p->ops, cbs);
	timer_setup(&p->timer, pulse_timer, 0);
	INIT_WORK(&p->work, pulse_work);
	mod_timer(&p->timer, jiffies + HZ / 4);
}

__unregister void unreg(struct callbacks *cbs)
{
	timer_delete_sync(&pulse.timer);
	cancel_work_sync(&pulse.work);
	WRITE_ONCE(pulse.ops, NULL);
}

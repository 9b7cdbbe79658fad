/**
 * strategy: object-delayed-work-left
 * title: what is cancelled without waiting may run still, and queue itself again
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: violates NoDereferenceAfterTeardown
 */
struct gadget {
	void (*poll)(struct gadget *g);
	struct delayed_work work;
};

static void poll_gadget(struct work_struct *work)
{
	struct gadget *g = container_of(work, struct gadget, work.work);

	g->poll(g);
	schedule_delayed_work(&g->work, HZ);
}

__register void gadget_add(struct gadget *g)
{
	INIT_DELAYED_WORK(&g->work, poll_gadget);
	schedule_delayed_work(&g->work, HZ);
}

__unregister void gadget_remove(struct gadget *g)
{
	cancel_delayed_work(&g->work);
}

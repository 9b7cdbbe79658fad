/**
 * strategy: object-work-left
 * title: what is registered has a work item in it, and it goes while the item may be queued
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect tso: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: violates NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct gadget {
	void (*poll)(struct gadget *g);
	struct work_struct work;
};

static void poll_gadget(struct work_struct *work)
{
	struct gadget *g = container_of(work, struct gadget, work);

	g->poll(g);
}

__register void gadget_add(struct gadget *g)
{
	INIT_WORK(&g->work, poll_gadget);
	schedule_work(&g->work);
}

__unregister void gadget_remove(struct gadget *g)
{
	cancel_work(&g->work);
}

/**
 * strategy: object-work-of-two
 * title: two modules have a work item each: a run is of the one that was queued
 * providers: 2
 * expect: violates SingleProvider
 * expect: holds NoDereferenceAfterTeardown, PriorReadersComplete
 * expect tso: holds NoDereferenceAfterTeardown, PriorReadersComplete
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
	cancel_work_sync(&g->work);
}

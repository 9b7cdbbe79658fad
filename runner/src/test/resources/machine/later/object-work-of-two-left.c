/**
 * strategy: object-work-of-two-left
 * title: two modules have a work item each: one of them does not wait
 * providers: 2
 * expect: violates SingleProvider
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
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

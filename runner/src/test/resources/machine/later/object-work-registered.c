/**
 * strategy: object-work-registered
 * title: what is registered has a work item in it, and the item is cancelled before it goes
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 * expect tso: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
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

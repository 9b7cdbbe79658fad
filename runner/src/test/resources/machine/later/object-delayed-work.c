/**
 * strategy: object-delayed-work
 * title: each object has delayed work, which queues itself until it is cancelled
 * expect: holds NoNullDereference, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 * expect weak: holds NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct gadget {
	void (*poll)(struct gadget *g);
	struct delayed_work work;
};

static void poll_gadget(struct work_struct *work)
{
	struct gadget *g = container_of(to_delayed_work(work), struct gadget, work);

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
	cancel_delayed_work_sync(&g->work);
}

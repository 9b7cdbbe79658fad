/**
 * strategy: object-hrtimer
 * title: each object has an hrtimer, which is cancelled before the object goes
 * expect: holds NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 */
struct gadget {
	void (*poll)(struct gadget *g);
	struct hrtimer timer;
};

static enum hrtimer_restart expired(struct hrtimer *t)
{
	struct gadget *g = container_of(t, struct gadget, timer);

	g->poll(g);
	return HRTIMER_RESTART;
}

__register void gadget_add(struct gadget *g)
{
	hrtimer_setup(&g->timer, expired, CLOCK_MONOTONIC, HRTIMER_MODE_REL);
	hrtimer_start(&g->timer, ns_to_ktime(100), HRTIMER_MODE_REL);
}

__unregister void gadget_remove(struct gadget *g)
{
	hrtimer_cancel(&g->timer);
}

/**
 * strategy: object-hrtimer-left
 * title: an object goes while its hrtimer may run: the value says so, and nobody asks for it
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
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
	hrtimer_init(&g->timer, CLOCK_MONOTONIC, HRTIMER_MODE_REL);
	g->timer.function = expired;
	hrtimer_start(&g->timer, ns_to_ktime(100), HRTIMER_MODE_REL);
}

__unregister void gadget_remove(struct gadget *g)
{
	hrtimer_try_to_cancel(&g->timer);
}

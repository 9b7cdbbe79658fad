/**
 * strategy: object-timer-delete
 * title: each watchdog has a timer of its own, and a run that has begun is not waited for
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect tso: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: violates NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct watchdog {
	struct timer_list timer;
	void (*bark)(void);
};

static void expired(struct timer_list *t)
{
	struct watchdog *w = timer_container_of(w, t, timer);

	w->bark();
	mod_timer(t, jiffies + HZ);
}

__register struct watchdog *reg(void (*bark)(void))
{
	struct watchdog *w = kzalloc(sizeof(*w), GFP_KERNEL);

	if (!w)
		return NULL;
	w->bark = bark;
	timer_setup(&w->timer, expired, 0);
	mod_timer(&w->timer, jiffies + HZ);
	return w;
}

__unregister void unreg(struct watchdog *w)
{
	timer_delete(&w->timer);
	kfree(w);
}

/**
 * strategy: object-timer-delete-sync
 * title: each watchdog has a timer of its own, which is waited for before the memory is freed
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock, UnregisterCompletes
 * expect tso: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
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
	timer_delete_sync(&w->timer);
	kfree(w);
}

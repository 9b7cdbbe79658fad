/**
 * strategy: object-timer-freed
 * title: a timer is still to run when what it is in is freed, and its function uses nothing of that
 * expect: violates NoDereferenceAfterTeardown
 * expect tso: violates NoDereferenceAfterTeardown
 * expect weak: violates NoDereferenceAfterTeardown
 */
struct watchdog {
	struct timer_list timer;
	void (*bark)(void);
};

static int expirations;

static void expired(struct timer_list *t)
{
	WRITE_ONCE(expirations, 1);
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
	kfree(w);
}

struct watchdog {
	struct timer_list timer;
	void (*bark)(void);
};
static void expired(struct timer_list *t)
{
	struct watchdog *w = timer_container_of(w, t, timer);
	w->bark();
}
__register struct watchdog *reg(void (*bark)(void))
{
	struct watchdog *w = kzalloc(sizeof(*w), GFP_KERNEL);

	if (!w)
		return NULL;
	w->bark = bark;
	timer_setup(&w->timer, expired, 0);
	mod_timer(&w->timer, jiffies + HZ);
	memset(w, 0, sizeof(*w));
	w->timer.function = 0;
	return w;
}
__unregister void unreg(struct watchdog *w)
{
	timer_delete_sync(&w->timer);
	kfree(w);
}

struct pulse {
	struct timer_list timer;
	void (*f)(void);
};
static void expired(struct timer_list *t)
{
	struct pulse *p = timer_container_of(p, t, timer);

	p->f();
}
__register void reg(struct pulse *p)
{
	timer_setup(&p->timer, expired, 0);
	mod_timer(&p->timer, jiffies);
}
__unregister void unreg(struct pulse *p)
{
	timer_delete_sync(&p->timer);
}

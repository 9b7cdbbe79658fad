struct pulse {
	struct timer_list first;
	struct timer_list second;
	void (*f)(void);
};
static void expired(struct timer_list *t)
{
	struct pulse *p = timer_container_of(p, t, first);

	p->f();
}
__register void reg(struct pulse *p)
{
	timer_setup(&p->first, expired, 0);
	mod_timer(&p->first, jiffies);
}
__unregister void unreg(struct pulse *p)
{
	timer_delete_sync(&p->first);
}

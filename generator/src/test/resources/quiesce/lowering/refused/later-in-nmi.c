struct callbacks {
	void (*f)(void);
};
static struct timer_list timer;
static struct work_struct work;
static void expired(struct timer_list *t)
{
}
static void run(struct work_struct *w)
{
}
__register void reg(struct callbacks *cbs)
{
	timer_setup(&timer, expired, 0);
	INIT_WORK(&work, run);
}
__unregister void unreg(struct callbacks *cbs)
{
	timer_delete_sync(&timer);
	cancel_work_sync(&work);
}
__nmi void nmi(void)
{
	mod_timer(&timer, jiffies);
	schedule_work(&work);
}

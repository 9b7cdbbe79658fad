struct callbacks {
	void (*f)(void);
};
static struct callbacks *ops;
static struct timer_list timer;
static void expired(struct timer_list *t)
{
	if (jiffies > 5)
		READ_ONCE(ops)->f();
}
__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ops, cbs);
	timer_setup(&timer, expired, 0);
	mod_timer(&timer, jiffies);
}
__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ops, NULL);
}

struct callbacks {
	void (*f)(void);
};
static struct callbacks *ops;
static struct timer_list timer;
__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ops, cbs);
	mod_timer(&timer, jiffies);
}
__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ops, NULL);
}
__irq void r(void)
{
	READ_ONCE(ops)->f();
}

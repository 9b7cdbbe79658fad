struct callbacks {
	void (*f)(void);
};
static struct callbacks *ops;
static void work(struct work_struct *w);
static DECLARE_WORK(item, work);
static void work(struct work_struct *w)
{
	READ_ONCE(ops)->f();
}
__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ops, cbs);
	schedule_work(&item);
}
__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ops, NULL);
}
__irq void r(void)
{
	cancel_work_sync(&item);
}

/**
 * providers: 2
 */
struct callbacks {
	void (*run)(void);
};
static struct callbacks *ops;
static struct workqueue_struct *wq;
static void work(struct work_struct *w)
{
	struct callbacks *o = READ_ONCE(ops);

	if (o)
		o->run();
}
static DECLARE_WORK(item, work);
__register int reg(struct callbacks *cbs)
{
	wq = alloc_workqueue("wq", 0, 0);
	if (!wq)
		return -ENOMEM;
	WRITE_ONCE(ops, cbs);
	queue_work(wq, &item);
	return 0;
}
__unregister void unreg(struct callbacks *cbs)
{
	destroy_workqueue(wq);
	WRITE_ONCE(ops, NULL);
}

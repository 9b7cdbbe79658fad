/**
 * strategy: queue-work-left
 * title: nobody waits for the work of a queue that stays
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: violates NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct callbacks {
	void (*refresh)(void);
};

static struct callbacks *ops;
static struct workqueue_struct *wq;
static void work(struct work_struct *w);
static DECLARE_WORK(item, work);

static void work(struct work_struct *w)
{
	struct callbacks *o = READ_ONCE(ops);

	if (o)
		o->refresh();
}

__register int reg(struct callbacks *cbs)
{
	wq = alloc_ordered_workqueue("refresh", 0);
	if (!wq)
		return -ENOMEM;
	WRITE_ONCE(ops, cbs);
	queue_work(wq, &item);
	return 0;
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ops, NULL);
}

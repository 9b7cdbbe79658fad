/**
 * strategy: queue-destroy-after-free-irq
 * title: a workqueue is destroyed once nobody queues on it
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoWarning, NoDeadlock, UnregisterCompletes
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

static irqreturn_t interrupt(int irq, void *dev_id)
{
	queue_work(wq, &item);
	return IRQ_HANDLED;
}

__register int reg(struct callbacks *cbs)
{
	int error;

	wq = alloc_workqueue("refresh", WQ_MEM_RECLAIM, 0);
	if (!wq)
		return -ENOMEM;
	WRITE_ONCE(ops, cbs);
	error = request_irq(3, interrupt, 0, "refresh", &ops);
	if (error) {
		WRITE_ONCE(ops, NULL);
		destroy_workqueue(wq);
	}
	return error;
}

__unregister void unreg(struct callbacks *cbs)
{
	free_irq(3, &ops);
	destroy_workqueue(wq);
	WRITE_ONCE(ops, NULL);
}

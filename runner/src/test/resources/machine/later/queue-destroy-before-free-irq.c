/**
 * strategy: queue-destroy-before-free-irq
 * title: a workqueue is destroyed while interrupts still queue on it
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete, NoWarning
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
	destroy_workqueue(wq);
	free_irq(3, &ops);
	WRITE_ONCE(ops, NULL);
}

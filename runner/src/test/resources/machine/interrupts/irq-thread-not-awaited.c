/**
 * strategy: irq-thread-not-awaited
 * title: without it the thread may call what has gone
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: violates NoDereferenceAfterTeardown, PriorReadersComplete
 */
#define IRQ 31

struct callbacks {
	void (*bark)(void);
};

static struct callbacks *ops;

static irqreturn_t handle(int irq, void *dev_id)
{
	struct callbacks *o = READ_ONCE(ops);

	if (o)
		o->bark();
	return IRQ_HANDLED;
}

static int __init setup(void)
{
	return request_threaded_irq(IRQ, NULL, handle, IRQF_ONESHOT, "dog", NULL);
}
device_initcall(setup);

__register void reg(struct callbacks *cbs)
{
	smp_store_release(&ops, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	disable_irq(IRQ);
	enable_irq(IRQ);
	WRITE_ONCE(ops, NULL);
}

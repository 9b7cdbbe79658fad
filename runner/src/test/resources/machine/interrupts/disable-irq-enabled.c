/**
 * strategy: disable-irq-enabled
 * title: after it handlers may find what they found before
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: violates NoDereferenceAfterTeardown, PriorReadersComplete
 */
#define IRQ 31

struct callbacks {
	void (*bark)(void);
};

static struct callbacks *ops;

static irqreturn_t interrupt(int irq, void *dev_id)
{
	struct callbacks *o = READ_ONCE(ops);

	if (o)
		o->bark();
	return IRQ_HANDLED;
}

static int __init setup(void)
{
	return request_irq(IRQ, interrupt, 0, "dog", NULL);
}
device_initcall(setup);

__register void reg(struct callbacks *cbs)
{
	smp_store_release(&ops, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	disable_irq(IRQ);
	disable_irq_nosync(IRQ);
	enable_irq(IRQ);
	enable_irq(IRQ);
	WRITE_ONCE(ops, NULL);
}

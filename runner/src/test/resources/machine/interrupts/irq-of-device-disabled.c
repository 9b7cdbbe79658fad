/**
 * strategy: irq-of-device-disabled
 * title: a line that is disabled without waiting has a handler in progress
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: violates NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct callbacks {
	void (*bark)(void);
};

struct mailbox {
	struct callbacks *ops;
	int irq;
};

static struct mailbox mailbox = {
	.irq = 24,
};

static irqreturn_t interrupt(int irq, void *dev_id)
{
	struct mailbox *mbx = dev_id;
	struct callbacks *o = READ_ONCE(mbx->ops);

	if (!o)
		return IRQ_NONE;
	o->bark();
	return IRQ_HANDLED;
}

static int mailbox_start(struct mailbox *mbx)
{
	return request_irq(mbx->irq, interrupt, 0, "mailbox", mbx);
}

__register int reg(struct callbacks *cbs)
{
	struct mailbox *mbx = &mailbox;

	smp_store_release(&mbx->ops, cbs);
	if (mailbox_start(mbx)) {
		WRITE_ONCE(mbx->ops, NULL);
		return -EBUSY;
	}
	return 0;
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(mailbox.ops, NULL);
	disable_irq_nosync(mailbox.irq);
}

/**
 * strategy: irq-of-device
 * title: a handler is given the struct that its interrupt is requested with
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoWarning
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoWarning
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
	free_irq(mailbox.irq, &mailbox);
}

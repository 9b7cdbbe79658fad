struct callbacks {
	void (*f)(void);
};

static int device;

static irqreturn_t interrupt(int irq, void *dev_id)
{
	return IRQ_HANDLED;
}

__register int reg(struct callbacks *cbs)
{
	return request_irq(1, interrupt, IRQF_SHARED, "one", &device);
}

__unregister void unreg(struct callbacks *cbs)
{
	disable_irq(1);
	free_irq(1, &device);
}

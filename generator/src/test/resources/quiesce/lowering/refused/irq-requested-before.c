struct callbacks {
	void (*f)(void);
};

static irqreturn_t interrupt(int irq, void *dev_id)
{
	return IRQ_HANDLED;
}

static int setup(void)
{
	return request_irq(1, interrupt, 0, "one", NULL);
}
device_initcall(setup);

__register int reg(struct callbacks *cbs)
{
	return request_irq(1, interrupt, 0, "one", NULL);
}

__unregister void unreg(struct callbacks *cbs)
{
	free_irq(1, NULL);
}

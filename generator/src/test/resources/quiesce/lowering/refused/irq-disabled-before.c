struct callbacks {
	void (*f)(void);
};

static irqreturn_t interrupt(int irq, void *dev_id)
{
	return IRQ_HANDLED;
}

static int setup(void)
{
	return request_irq(1, interrupt, IRQF_NO_AUTOEN, "one", NULL);
}
device_initcall(setup);

__register void reg(struct callbacks *cbs)
{
	enable_irq(1);
}

__unregister void unreg(struct callbacks *cbs)
{
	disable_irq(1);
}

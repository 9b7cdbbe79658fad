struct callbacks {
	void (*f)(void);
};

__softirq irqreturn_t interrupt(int irq, void *dev_id)
{
	return IRQ_HANDLED;
}

__register int reg(struct callbacks *cbs)
{
	return request_irq(1, interrupt, 0, "one", NULL);
}

__unregister void unreg(struct callbacks *cbs)
{
	free_irq(1, NULL);
}

struct callbacks {
	void (*f)(void);
};

__irq irqreturn_t interrupt(int irq, void *dev_id)
{
	return IRQ_HANDLED;
}

__register void reg(struct callbacks *cbs)
{
	enable_irq(31);
}

__unregister void unreg(struct callbacks *cbs)
{
	disable_irq(31);
	free_irq(31, NULL);
}

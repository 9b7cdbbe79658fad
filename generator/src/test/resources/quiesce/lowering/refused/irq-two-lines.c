struct callbacks {
	void (*f)(void);
};

static int line = 3;

static irqreturn_t one(int irq, void *dev_id)
{
	return IRQ_HANDLED;
}

static irqreturn_t two(int irq, void *dev_id)
{
	return IRQ_HANDLED;
}

static irqreturn_t three(int irq, void *dev_id)
{
	return IRQ_HANDLED;
}

__register int reg(struct callbacks *cbs)
{
	if (request_irq(1, one, 0, "one", NULL))
		return -EBUSY;
	if (request_irq(2, one, 0, "one", NULL))
		return -EBUSY;
	if (request_irq(line, two, 0, "two", NULL))
		return -EBUSY;
	return request_irq(3, three, 0, "three", NULL);
}

__unregister void unreg(struct callbacks *cbs)
{
	free_irq(line, NULL);
	free_irq(3, NULL);
}

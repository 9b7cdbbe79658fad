#define IRQ 31

struct callbacks {
	void (*f)(void);
};

static int one;
static int two;

static irqreturn_t interrupt(int irq, void *dev_id)
{
	return IRQ_HANDLED;
}

__register int reg(struct callbacks *cbs)
{
	return request_irq(IRQ, interrupt, 0, "one", &one);
}

__unregister void unreg(struct callbacks *cbs)
{
	disable_irq(IRQ + 1);
	free_irq(IRQ, &two);
	free_irq(IRQ, cbs);
}

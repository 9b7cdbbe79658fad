/**
 * strategy: request-irq-fails
 * title: request_irq() may fail, and then there is nothing to free
 * expect: violates NoWarning
 * expect weak: violates NoWarning
 */
#define IRQ 31

struct callbacks {
	void (*f)(void);
};

static bool told;

static irqreturn_t interrupt(int irq, void *dev_id)
{
	WRITE_ONCE(told, true);
	return IRQ_HANDLED;
}

__register int reg(void)
{
	if (request_irq(IRQ, interrupt, 0, "fails", NULL))
		barrier();
	return 0;
}

__unregister void unreg(void)
{
	free_irq(IRQ, NULL);
}

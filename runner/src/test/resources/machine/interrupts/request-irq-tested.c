/**
 * strategy: request-irq-tested
 * title: who tests that frees what is there
 * expect: holds NoWarning
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
		return -EBUSY;
	return 0;
}

__unregister void unreg(void)
{
	free_irq(IRQ, NULL);
}

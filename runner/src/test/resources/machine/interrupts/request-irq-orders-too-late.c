/**
 * strategy: request-irq-orders-too-late
 * title: what is stored afterwards may not be
 * expect: violates NoWarning
 * expect tso: violates NoWarning
 * expect weak: violates NoWarning
 */
#define IRQ 31

struct callbacks {
	void (*f)(void);
};

static bool told;

static irqreturn_t interrupt(int irq, void *dev_id)
{
	WARN_ON(!READ_ONCE(told));
	return IRQ_HANDLED;
}

__register int reg(void)
{
	int ret = request_irq(IRQ, interrupt, 0, "orders", NULL);

	if (!ret)
		WRITE_ONCE(told, true);
	return ret;
}

__unregister void unreg(void)
{
	free_irq(IRQ, NULL);
	WRITE_ONCE(told, false);
}

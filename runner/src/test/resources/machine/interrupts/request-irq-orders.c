/**
 * strategy: request-irq-orders
 * title: what is stored before an interrupt is requested is there when it strikes
 * expect: holds NoWarning
 * expect tso: holds NoWarning
 * expect weak: holds NoWarning
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
	told = true;
	return request_irq(IRQ, interrupt, 0, "orders", NULL);
}

__unregister void unreg(void)
{
	free_irq(IRQ, NULL);
	WRITE_ONCE(told, false);
}

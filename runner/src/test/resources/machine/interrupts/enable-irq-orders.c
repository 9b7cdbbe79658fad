/**
 * strategy: enable-irq-orders
 * title: what is stored before a line is enabled is there when it strikes
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
	int ret = request_irq(IRQ, interrupt, IRQF_NO_AUTOEN, "orders", NULL);

	if (!ret) {
		told = true;
		enable_irq(IRQ);
	}
	return ret;
}

__unregister void unreg(void)
{
	free_irq(IRQ, NULL);
	WRITE_ONCE(told, false);
}

/**
 * strategy: irq-once-at-a-time
 * title: the handler of a line does not run twice at a time
 * expect: holds NoWarning
 */
struct callbacks {
	void (*f)(void);
};

static bool busy;

static irqreturn_t interrupt(int irq, void *dev_id)
{
	WARN_ON(READ_ONCE(busy));
	WRITE_ONCE(busy, true);
	WRITE_ONCE(busy, false);
	return IRQ_HANDLED;
}

__register int reg(void)
{
	return request_irq(31, interrupt, 0, "once", NULL);
}

__unregister void unreg(void)
{
	free_irq(31, NULL);
}

/**
 * strategy: irq-twice-at-a-time
 * title: one of which no line is known may
 * expect: violates NoWarning
 */
struct callbacks {
	void (*f)(void);
};

static bool busy;

__irq irqreturn_t interrupt(int irq, void *dev_id)
{
	WARN_ON(READ_ONCE(busy));
	WRITE_ONCE(busy, true);
	WRITE_ONCE(busy, false);
	return IRQ_HANDLED;
}

__register int reg(void)
{
	return 0;
}

__unregister void unreg(void)
{
	barrier();
}

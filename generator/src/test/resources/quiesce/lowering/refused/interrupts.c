struct ops {
	void (*event)(void);
};

static struct ops *ptr;
static int count = 0x80000000u;
static void *base;

static irqreturn_t one(int irq, void *dev)
{
	return ptr ? IRQ_HANDLED : IRQ_NONE;
}

static irqreturn_t two(int irq, void *dev)
{
	return base;
}

static int setup(void)
{
	count = 1;
	base = ioremap(1, 2);
	if (request_irq(1, one, 0, "one", NULL))
		return -EBUSY;
	return request_irq(2, two, 0, "two", NULL);
}
device_initcall(setup);

__register int reg(struct ops *ops)
{
	WRITE_ONCE(ptr, ops);
	return request_irq(1, one, 0, "one", NULL);
}

__unregister void unreg(struct ops *ops)
{
	int irq = 1;

	WRITE_ONCE(ptr, NULL);
	synchronize_irq(irq);
	synchronize_irq(3);
	count = readl(irq);
	writel(base, base + 4);
	count = base * 2;
}

/**
 * strategy: free-irq-too-late
 * title: the handler may use what is freed before free_irq()
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect tso: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: violates NoDereferenceAfterTeardown, PriorReadersComplete
 */
#define IRQ 31

struct callbacks {
	void (*f)(void);
};

struct limits {
	int low;
};

static struct limits *limits;

static irqreturn_t interrupt(int irq, void *dev_id)
{
	struct limits *lim = READ_ONCE(limits);

	WARN_ON(lim->low);
	return IRQ_HANDLED;
}

static int __init lim_init(void)
{
	struct limits *lim = kmalloc(sizeof(*lim), GFP_KERNEL);
	int ret;

	if (!lim)
		return -ENOMEM;
	lim->low = 0;
	WRITE_ONCE(limits, lim);
	ret = request_irq(IRQ, interrupt, 0, "limits", &limits);
	if (ret) {
		WRITE_ONCE(limits, NULL);
		kfree(lim);
	}
	return ret;
}
module_init(lim_init);

static void __exit lim_exit(void)
{
	struct limits *lim = limits;

	kfree(lim);
	free_irq(IRQ, &limits);
	WRITE_ONCE(limits, NULL);
}
module_exit(lim_exit);

/**
 * strategy: irq-left
 * title: a handler that is not freed is text of a module that has gone
 * expect: violates NoDereferenceAfterTeardown
 * expect weak: violates NoDereferenceAfterTeardown
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

	disable_irq(IRQ);
	WRITE_ONCE(limits, NULL);
	kfree(lim);
}
module_exit(lim_exit);

/**
 * strategy: irq-disables-itself
 * title: a handler disables its line, and work enables it
 * expect: holds NoDereferenceAfterTeardown, NoDeadlock, UnregisterCompletes
 */
#define IRQ 31

static int seen;
static void again(struct work_struct *work);
static DECLARE_WORK(later, again);

static irqreturn_t interrupt(int irq, void *dev_id)
{
	disable_irq_nosync(IRQ);
	schedule_work(&later);
	return IRQ_HANDLED;
}

static void again(struct work_struct *work)
{
	WRITE_ONCE(seen, 1);
	enable_irq(IRQ);
}

static int __init self_init(void)
{
	return request_irq(IRQ, interrupt, 0, "self", &seen);
}
module_init(self_init);

static void __exit self_exit(void)
{
	free_irq(IRQ, &seen);
	cancel_work_sync(&later);
}
module_exit(self_exit);

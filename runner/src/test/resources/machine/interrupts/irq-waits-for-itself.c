/**
 * strategy: irq-waits-for-itself
 * title: a handler waits for its own end
 * expect: violates NoDeadlock, UnregisterCompletes, ReadersComplete
 * expect weak: violates NoDeadlock
 */
#define IRQ 31

static int seen;
static void again(struct work_struct *work);
static DECLARE_WORK(later, again);

static irqreturn_t interrupt(int irq, void *dev_id)
{
	disable_hardirq(IRQ);
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

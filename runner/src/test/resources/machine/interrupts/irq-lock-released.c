/**
 * strategy: irq-lock-released
 * title: without the lock it does not
 * expect: holds NoDeadlock, UnregisterCompletes, ReadersComplete, NoDereferenceAfterTeardown
 */
#define IRQ 31

static bool told;
static DEFINE_SPINLOCK(lock);

static irqreturn_t interrupt(int irq, void *dev_id)
{
	spin_lock(&lock);
	WRITE_ONCE(told, true);
	spin_unlock(&lock);
	return IRQ_HANDLED;
}

static int __init lock_init(void)
{
	return request_irq(IRQ, interrupt, 0, "lock", NULL);
}
module_init(lock_init);

static void __exit lock_exit(void)
{
	spin_lock_irq(&lock);
	spin_unlock_irq(&lock);
	disable_hardirq(IRQ);
	free_irq(IRQ, NULL);
}
module_exit(lock_exit);

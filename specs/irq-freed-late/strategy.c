/**
 * strategy: irq-freed-late
 * title: free_irq() after the handler's operations have been taken away
 * group: interrupt handlers
 * question: May the handler run until free_irq() has returned?
 * source: kernel/irq/manage.c, on free_irq(), in the wrong order
 * expect: holds NoUseBeforeInit, NoDereferenceAfterTeardown,
 *     PriorReadersComplete, NoWarning, NoDeadlock, UnregisterCompletes
 * expect: violates NoNullDereference
 * expect: n/a ReadersObserveNullAfterGracePeriod, ConsistentSnapshot,
 *     SingleProvider, ReadersComplete
 */
#define CHIP_IRQ 24

struct chip_ops {
	void (*event)(void);
};

static struct chip_ops *chip_ops;

static irqreturn_t chip_irq(int irq, void *dev_id)
{
	chip_ops->event();
	return IRQ_HANDLED;
}

__register int chip_probe(struct chip_ops *ops)
{
	chip_ops = ops;
	return request_irq(CHIP_IRQ, chip_irq, 0, "chip", NULL);
}

__unregister void chip_remove(struct chip_ops *ops)
{
	chip_ops = NULL;
	free_irq(CHIP_IRQ, NULL);
}

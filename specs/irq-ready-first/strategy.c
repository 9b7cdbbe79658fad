/**
 * strategy: irq-ready-first
 * title: the handler's operations are there from request_irq() to
 *     free_irq()
 * group: interrupt handlers
 * question: Does the handler find what it needs whenever it runs?
 * source: kernel/irq/manage.c, on request_threaded_irq() and free_irq()
 * expect: holds NoNullDereference, NoUseBeforeInit,
 *     NoDereferenceAfterTeardown, PriorReadersComplete, NoWarning,
 *     NoDeadlock, UnregisterCompletes
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
	free_irq(CHIP_IRQ, NULL);
	chip_ops = NULL;
}

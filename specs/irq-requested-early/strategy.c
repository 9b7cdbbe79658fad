/**
 * strategy: irq-requested-early
 * title: request_irq() before the handler's operations are there
 * group: interrupt handlers
 * question: May the handler run before request_irq() has returned?
 * source: kernel/irq/manage.c, on request_threaded_irq(): what it warns of
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
	int ret = request_irq(CHIP_IRQ, chip_irq, 0, "chip", NULL);

	if (!ret)
		chip_ops = ops;
	return ret;
}

__unregister void chip_remove(struct chip_ops *ops)
{
	free_irq(CHIP_IRQ, NULL);
	chip_ops = NULL;
}

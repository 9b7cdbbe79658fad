/**
 * strategy: udc-callbacks-no-wait
 * title: a gadget driver's callback: the pointer cleared, no wait
 * group: interrupt handlers
 * question: May the driver be unbound when no interrupt finds it any more?
 * source: commit 7dc0c55e9f30 ("USB: UDC core: Add udc_async_callbacks
 *     gadget op"), without the synchronize_irq() after it
 * expect: holds NoNullDereference, NoUseBeforeInit
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect: n/a ReadersObserveNullAfterGracePeriod, ConsistentSnapshot,
 *     SingleProvider, NoWarning, NoDeadlock, UnregisterCompletes,
 *     ReadersComplete
 */
#define UDC_IRQ 17

struct gadget_driver {
	void (*disconnect)(void);
};

static struct gadget_driver *driver;

static irqreturn_t udc_irq(int irq, void *dev_id)
{
	struct gadget_driver *d = READ_ONCE(driver);

	if (d)
		d->disconnect();
	return IRQ_HANDLED;
}

static int __init udc_init(void)
{
	return request_irq(UDC_IRQ, udc_irq, 0, "udc", NULL);
}
device_initcall(udc_init);

__register void bind(struct gadget_driver *d)
{
	smp_store_release(&driver, d);
}

__unregister void unbind(struct gadget_driver *d)
{
	WRITE_ONCE(driver, NULL);
}

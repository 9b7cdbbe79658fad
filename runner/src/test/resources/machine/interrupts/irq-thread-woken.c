/**
 * strategy: irq-thread-woken
 * title: disable_irq() waits for the thread that a handler has woken
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock, UnregisterCompletes
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 */
#define IRQ 31

struct callbacks {
	void (*bark)(void);
};

static struct callbacks *ops;

static irqreturn_t interrupt(int irq, void *dev_id)
{
	return IRQ_WAKE_THREAD;
}

static irqreturn_t handle(int irq, void *dev_id)
{
	struct callbacks *o = READ_ONCE(ops);

	if (o)
		o->bark();
	return IRQ_HANDLED;
}

static int __init setup(void)
{
	return request_threaded_irq(IRQ, interrupt, handle, IRQF_ONESHOT, "dog", NULL);
}
device_initcall(setup);

__register void reg(struct callbacks *cbs)
{
	smp_store_release(&ops, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	disable_irq(IRQ);
	WRITE_ONCE(ops, NULL);
	enable_irq(IRQ);
}

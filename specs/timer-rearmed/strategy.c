/**
 * strategy: timer-rearmed
 * title: a timer that an interrupt arms: timer_delete_sync(), then
 *     free_irq()
 * group: timers and RCU callbacks
 * question: Does timer_delete_sync() keep the timer from being armed again?
 * source: before commit f571faf6e443 ("timers: Provide
 *     timer_shutdown[_sync]()")
 * note: in the commit a work item arms the timer; an interrupt takes fewer
 *     states
 * expect: holds NoWarning, NoDeadlock, UnregisterCompletes
 * expect: violates NoDereferenceAfterTeardown
 * expect: n/a NoNullDereference, NoUseBeforeInit,
 *     ReadersObserveNullAfterGracePeriod, PriorReadersComplete,
 *     ConsistentSnapshot, SingleProvider, ReadersComplete
 */
#define PORT_IRQ 9

static struct timer_list port_timer;

static void port_timeout(struct timer_list *t)
{
}

static irqreturn_t port_interrupt(int irq, void *dev_id)
{
	mod_timer(&port_timer, jiffies + HZ);
	return IRQ_HANDLED;
}

static int __init port_init(void)
{
	timer_setup(&port_timer, port_timeout, 0);
	return request_irq(PORT_IRQ, port_interrupt, 0, "port", NULL);
}
module_init(port_init);

static void __exit port_exit(void)
{
	timer_delete_sync(&port_timer);
	free_irq(PORT_IRQ, NULL);
}
module_exit(port_exit);

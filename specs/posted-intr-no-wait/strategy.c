/**
 * strategy: posted-intr-no-wait
 * title: KVM's wakeup handler: a dummy takes its place, no wait
 * group: interrupt handlers
 * question: May KVM be unloaded when its handler has been replaced?
 * source: before commit 6ff53f6a438f ("x86/irq: Ensure PI wakeup handler is
 *     unregistered before module unload")
 * note: x86 orders the plain stores and loads of the pointer, the weak
 *     model does not
 * expect: holds NoNullDereference
 * expect sc: holds NoUseBeforeInit
 * expect tso: holds NoUseBeforeInit
 * expect weak: violates NoUseBeforeInit
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect: n/a ReadersObserveNullAfterGracePeriod, ConsistentSnapshot,
 *     SingleProvider, NoWarning, NoDeadlock, UnregisterCompletes,
 *     ReadersComplete
 */
static void dummy_handler(void)
{
}

static void (*posted_intr_wakeup_handler)(void) = dummy_handler;

static void set_posted_intr_wakeup_handler(void (*handler)(void))
{
	if (handler)
		posted_intr_wakeup_handler = handler;
	else
		posted_intr_wakeup_handler = dummy_handler;
}

__register void hardware_setup(void (*handler)(void))
{
	set_posted_intr_wakeup_handler(handler);
}

__unregister void hardware_unsetup(void)
{
	set_posted_intr_wakeup_handler(NULL);
}

__irq void posted_intr_wakeup_ipi(void)
{
	posted_intr_wakeup_handler();
}

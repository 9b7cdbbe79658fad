/**
 * strategy: cpu-pm
 * title: drivers that CPUs notify before they sleep, in an atomic chain
 * group: chains of notifiers
 * question: May a driver go when it has unregistered its notifier?
 * source: before "PM: cpu: Make notifier chain use a raw_spinlock_t"
 * expect: holds NoNullDereference, NoUseBeforeInit,
 *     NoDereferenceAfterTeardown, ReadersObserveNullAfterGracePeriod,
 *     PriorReadersComplete, NoWarning, NoDeadlock, UnregisterCompletes,
 *     ReadersComplete
 * expect: n/a ConsistentSnapshot, SingleProvider
 */
enum cpu_pm_event { CPU_PM_ENTER };

static ATOMIC_NOTIFIER_HEAD(cpu_pm_notifier);

__register int cpu_pm_register_notifier(struct notifier_block *nb)
{
	return atomic_notifier_chain_register(&cpu_pm_notifier, nb);
}

__unregister void cpu_pm_unregister_notifier(struct notifier_block *nb)
{
	atomic_notifier_chain_unregister(&cpu_pm_notifier, nb);
}

__task void cpu_pm_enter(void)
{
	local_irq_disable();
	atomic_notifier_call_chain(&cpu_pm_notifier, CPU_PM_ENTER, NULL);
	local_irq_enable();
}

/**
 * strategy: cpu-pm-raw
 * title: drivers that CPUs notify before they sleep, in a raw chain
 * group: chains of notifiers
 * question: May a driver go when it has unregistered its notifier?
 * source: "PM: cpu: Make notifier chain use a raw_spinlock_t"
 * expect: holds NoNullDereference, NoUseBeforeInit, NoWarning, NoDeadlock,
 *     UnregisterCompletes, ReadersComplete
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect: n/a ReadersObserveNullAfterGracePeriod, ConsistentSnapshot,
 *     SingleProvider
 */
enum cpu_pm_event { CPU_PM_ENTER };

static RAW_NOTIFIER_HEAD(cpu_pm_notifier);
static DEFINE_RAW_SPINLOCK(cpu_pm_lock);

__register int cpu_pm_register_notifier(struct notifier_block *nb)
{
	unsigned long flags;
	int ret;

	raw_spin_lock_irqsave(&cpu_pm_lock, flags);
	ret = raw_notifier_chain_register(&cpu_pm_notifier, nb);
	raw_spin_unlock_irqrestore(&cpu_pm_lock, flags);
	return ret;
}

__unregister void cpu_pm_unregister_notifier(struct notifier_block *nb)
{
	unsigned long flags;

	raw_spin_lock_irqsave(&cpu_pm_lock, flags);
	raw_notifier_chain_unregister(&cpu_pm_notifier, nb);
	raw_spin_unlock_irqrestore(&cpu_pm_lock, flags);
}

__task void cpu_pm_enter(void)
{
	local_irq_disable();
	rcu_read_lock();
	raw_notifier_call_chain(&cpu_pm_notifier, CPU_PM_ENTER, NULL);
	rcu_read_unlock();
	local_irq_enable();
}

/**
 * strategy: nmi-handler
 * title: an NMI handler that a module sets, and a grace period when it goes
 * group: interrupt handlers
 * question: Does synchronize_rcu() wait for an NMI handler that is running?
 * source: Documentation/RCU/NMI-RCU.rst
 * expect: holds NoNullDereference, NoUseBeforeInit,
 *     NoDereferenceAfterTeardown, ReadersObserveNullAfterGracePeriod,
 *     PriorReadersComplete, NoDeadlock, UnregisterCompletes
 * expect: n/a ConsistentSnapshot, SingleProvider, NoWarning,
 *     ReadersComplete
 */
typedef int (*nmi_callback_t)(void);

static int dummy_nmi_callback(void)
{
	return 0;
}

static void default_do_nmi(void)
{
}

/* Never NULL: the dummy takes the place of a handler. */
static nmi_callback_t nmi_callback = dummy_nmi_callback;

__register void set_nmi_callback(nmi_callback_t callback)
{
	rcu_assign_pointer(nmi_callback, callback);
}

__unregister void unset_nmi_callback(void)
{
	rcu_assign_pointer(nmi_callback, dummy_nmi_callback);
	synchronize_rcu();
}

__nmi void do_nmi(void)
{
	if (!rcu_dereference_sched(nmi_callback)())
		default_do_nmi();
}

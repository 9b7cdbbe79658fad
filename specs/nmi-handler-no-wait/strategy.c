/**
 * strategy: nmi-handler-no-wait
 * title: an NMI handler that a module sets, and no wait when it goes
 * group: interrupt handlers
 * question: Is it enough that no NMI finds the old handler any more?
 * source: Documentation/RCU/NMI-RCU.rst, without the synchronize_rcu() that
 *     it asks for
 * expect: holds NoNullDereference, NoUseBeforeInit
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect: n/a ReadersObserveNullAfterGracePeriod, ConsistentSnapshot,
 *     SingleProvider, NoWarning, NoDeadlock, UnregisterCompletes,
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
}

__nmi void do_nmi(void)
{
	if (!rcu_dereference_sched(nmi_callback)())
		default_do_nmi();
}

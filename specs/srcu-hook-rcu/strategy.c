/**
 * strategy: srcu-hook-rcu
 * title: a hook that may sleep, in a section of SRCU: synchronize_rcu()
 * group: per-CPU and sleeping readers
 * question: Does a grace period of RCU wait for readers of SRCU?
 * source: Documentation/RCU/checklist.rst, item 7: "Mixing things up"
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDeadlock,
 *     UnregisterCompletes
 * expect sc: holds ReadersObserveNullAfterGracePeriod
 * expect tso: holds ReadersObserveNullAfterGracePeriod
 * expect weak: violates ReadersObserveNullAfterGracePeriod
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect: n/a ConsistentSnapshot, SingleProvider, NoWarning,
 *     ReadersComplete
 */
struct hook {
	void (*event)(void);
};

DEFINE_STATIC_SRCU(hook_srcu);
static struct hook __rcu *hook;

__register void hook_set(struct hook *h)
{
	rcu_assign_pointer(hook, h);
}

__unregister void hook_clear(struct hook *h)
{
	RCU_INIT_POINTER(hook, NULL);
	synchronize_rcu();
}

__task void hook_call(void)
{
	struct hook *h;
	int idx;

	idx = srcu_read_lock(&hook_srcu);
	h = srcu_dereference(hook, &hook_srcu);
	if (h)
		h->event();
	srcu_read_unlock(&hook_srcu, idx);
}

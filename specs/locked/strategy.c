/**
 * strategy: locked
 * title: a spinlock on both sides
 * question: Would a lock not be simpler than RCU?
 * source: the first idea that everybody has
 * expect: holds NoNullDereference, NoUseBeforeInit,
 *     NoDereferenceAfterTeardown, PriorReadersComplete, ConsistentSnapshot
 * expect: violates NoDeadlock, UnregisterCompletes, ReadersComplete
 * expect: n/a ReadersObserveNullAfterGracePeriod, SingleProvider, NoWarning
 */
struct callbacks {
	bool (*is_in_guest)(void);
	unsigned long (*get_ip)(void);
};

struct callbacks *perf_guest_cbs;

DEFINE_SPINLOCK(perf_guest_cbs_lock);

static void publish(struct callbacks *cbs)
{
	unsigned long flags;

	spin_lock_irqsave(&perf_guest_cbs_lock, flags);
	perf_guest_cbs = cbs;
	spin_unlock_irqrestore(&perf_guest_cbs_lock, flags);
}

__register void register_callbacks(struct callbacks *cbs)
{
	publish(cbs);
}

__unregister void unregister_callbacks(struct callbacks *cbs)
{
	publish(NULL);
}

__nmi void sample(void)
{
	spin_lock(&perf_guest_cbs_lock);
	if (perf_guest_cbs && perf_guest_cbs->is_in_guest())
		perf_guest_cbs->get_ip();
	spin_unlock(&perf_guest_cbs_lock);
}

/**
 * strategy: unordered-init
 * title: the object is filled in by plain stores, then published by
 *     WRITE_ONCE()
 * question: May the compiler let a reader see the pointer before the slot
 *     that it points to?
 * source: commit ff083a2d972f ("perf: Protect perf_guest_cbs with RCU"): the
 *     pointer visible before the callbacks are
 * expect: holds NoNullDereference, NoDereferenceAfterTeardown,
 *     ReadersObserveNullAfterGracePeriod, PriorReadersComplete, NoDeadlock,
 *     UnregisterCompletes
 * expect: violates NoUseBeforeInit
 * expect: n/a ConsistentSnapshot, SingleProvider, NoWarning, ReadersComplete
 */
struct callbacks {
	unsigned long (*get_ip)(void);
};

struct callbacks *perf_guest_cbs;

static unsigned long kvm_get_ip(void);

__register void register_callbacks(struct callbacks *cbs)
{
	cbs->get_ip = kvm_get_ip;
	WRITE_ONCE(perf_guest_cbs, cbs);
}

__unregister void unregister_callbacks(struct callbacks *cbs)
{
	WRITE_ONCE(perf_guest_cbs, NULL);
	synchronize_rcu();
}

__nmi void sample(void)
{
	struct callbacks *cbs = READ_ONCE(perf_guest_cbs);

	if (cbs)
		cbs->get_ip();
}

/**
 * strategy: chosen
 * title: a number that the caller chooses is above any threshold, or not
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 * expect tso: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct hook {
	void (*missed)(struct hook *hook, unsigned int excess);
	unsigned int threshold;
};

static struct hook __rcu *hook;

__register void reg(struct hook *h, unsigned int threshold)
{
	h->threshold = threshold;
	rcu_assign_pointer(hook, h);
}

__unregister void unreg(struct hook *h)
{
	RCU_INIT_POINTER(hook, NULL);
	synchronize_rcu();
}

__irq void check(unsigned int missed)
{
	struct hook *h;

	rcu_read_lock();
	h = rcu_dereference(hook);
	if (h && missed > h->threshold)
		h->missed(h, missed - h->threshold);
	rcu_read_unlock();
}

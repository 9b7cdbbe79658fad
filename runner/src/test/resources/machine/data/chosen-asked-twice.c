/**
 * strategy: chosen-asked-twice
 * title: who asks for a chosen number twice has the same answer
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoWarning
 * expect tso: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoWarning
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoWarning
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
	struct hook *h = NULL;

	rcu_read_lock();
	if (missed > 3)
		h = rcu_dereference(hook);
	if (h && missed > h->threshold)
		h->missed(h, missed);
	WARN_ON(missed <= 3 && h);
	rcu_read_unlock();
}

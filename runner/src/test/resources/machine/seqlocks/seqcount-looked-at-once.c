/**
 * strategy: seqcount-looked-at-once
 * title: a reader that fails where somebody writes
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, ReadersObserveNullAfterGracePeriod,
 *         PriorReadersComplete, NoDeadlock, UnregisterCompletes
 * expect tso: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, ReadersObserveNullAfterGracePeriod,
 *         PriorReadersComplete, NoDeadlock, UnregisterCompletes
 */
struct hook {
	int (*run)(int code);
};

static struct hook *hook;
static bool present;
static seqcount_t count = SEQCNT_ZERO(count);
static DEFINE_SPINLOCK(lock);

static void set(struct hook *h)
{
	unsigned long flags;

	spin_lock_irqsave(&lock, flags);
	write_seqcount_begin(&count);
	WRITE_ONCE(hook, h);
	WRITE_ONCE(present, h != NULL);
	write_seqcount_end(&count);
	spin_unlock_irqrestore(&lock, flags);
}

__register void add(struct hook *h)
{
	set(h);
}

__unregister void del(void)
{
	set(NULL);
	synchronize_rcu();
}

__irq void look(void)
{
	struct hook *h;
	bool there;
	unsigned int seq;

	rcu_read_lock();
	seq = raw_seqcount_begin(&count);
	h = READ_ONCE(hook);
	there = READ_ONCE(present);
	if (!read_seqcount_retry(&count, seq) && there)
		h->run(1);
	rcu_read_unlock();
}

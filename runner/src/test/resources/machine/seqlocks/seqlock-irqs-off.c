/**
 * strategy: seqlock-irqs-off
 * title: interrupts are off while a handler's data is written
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, ReadersObserveNullAfterGracePeriod,
 *         PriorReadersComplete, NoDeadlock, UnregisterCompletes, ReadersComplete
 * expect tso: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, ReadersObserveNullAfterGracePeriod,
 *         PriorReadersComplete, NoDeadlock, UnregisterCompletes, ReadersComplete
 */
struct hook {
	int (*run)(int code);
};

static struct hook *hook;
static bool present;
static DEFINE_SEQLOCK(lock);

static void set(struct hook *h)
{
	unsigned long flags;

	write_seqlock_irqsave(&lock, flags);
	WRITE_ONCE(hook, h);
	WRITE_ONCE(present, h != NULL);
	write_sequnlock_irqrestore(&lock, flags);
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
	do {
		seq = read_seqbegin(&lock);
		h = READ_ONCE(hook);
		there = READ_ONCE(present);
	} while (read_seqretry(&lock, seq));
	if (there)
		h->run(1);
	rcu_read_unlock();
}

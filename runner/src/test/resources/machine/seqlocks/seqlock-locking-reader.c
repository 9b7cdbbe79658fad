/**
 * strategy: seqlock-locking-reader
 * title: a reader that takes the lock keeps writers out
 * expect: holds NoNullDereference, NoDereferenceAfterTeardown, NoDeadlock
 */
struct hook {
	int (*run)(int code);
};

static struct hook *hook;
static bool present;
static DEFINE_SEQLOCK(lock);

static void set(struct hook *h)
{
	write_seqlock_irq(&lock);
	WRITE_ONCE(hook, h);
	WRITE_ONCE(present, h != NULL);
	write_sequnlock_irq(&lock);
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
	unsigned long flags;

	read_seqlock_excl_irqsave(&lock, flags);
	if (READ_ONCE(present))
		hook->run(1);
	read_sequnlock_excl_irqrestore(&lock, flags);
}

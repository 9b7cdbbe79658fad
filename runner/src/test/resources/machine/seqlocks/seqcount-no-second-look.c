/**
 * strategy: seqcount-no-second-look
 * title: without the second look what is read need not belong together
 * expect: holds NoUseBeforeInit, NoDereferenceAfterTeardown
 * expect: violates NoNullDereference
 * expect tso: holds NoUseBeforeInit, NoDereferenceAfterTeardown
 * expect tso: violates NoNullDereference
 * expect weak: violates NoNullDereference
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

	rcu_read_lock();
	read_seqcount_begin(&count);
	h = READ_ONCE(hook);
	there = READ_ONCE(present);
	if (there)
		h->run(1);
	rcu_read_unlock();
}

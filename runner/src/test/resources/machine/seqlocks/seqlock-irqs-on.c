/**
 * strategy: seqlock-irqs-on
 * title: a handler that has struck the writer looks for ever
 * expect: holds NoNullDereference, NoDereferenceAfterTeardown
 * expect: violates UnregisterCompletes, ReadersComplete
 */
struct hook {
	int (*run)(int code);
};

static struct hook *hook;
static bool present;
static DEFINE_SEQLOCK(lock);

static void set(struct hook *h)
{
	write_seqlock(&lock);
	WRITE_ONCE(hook, h);
	WRITE_ONCE(present, h != NULL);
	write_sequnlock(&lock);
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

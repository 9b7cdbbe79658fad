/**
 * strategy: raw-irq-safe
 * title: a raw spinlock that an interrupt handler takes, too
 * expect: holds NoDeadlock
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;
DEFINE_RAW_SPINLOCK(lock);

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	unsigned long flags;

	raw_spin_lock_irqsave(&lock, flags);
	WRITE_ONCE(ptr, NULL);
	raw_spin_unlock_irqrestore(&lock, flags);
}

__irq void reader(void)
{
	struct callbacks *cbs;

	raw_spin_lock(&lock);
	cbs = READ_ONCE(ptr);
	if (cbs)
		cbs->f();
	raw_spin_unlock(&lock);
}

/**
 * strategy: hrtimer-lock-held
 * title: who waits for an hrtimer with a lock that its function takes waits for ever
 * expect: violates NoDeadlock, UnregisterCompletes, ReadersComplete
 */
struct callbacks {
	void (*f)(void);
};

static struct hrtimer timer;
static DEFINE_SPINLOCK(lock);

static enum hrtimer_restart expired(struct hrtimer *t)
{
	spin_lock(&lock);
	spin_unlock(&lock);
	return HRTIMER_NORESTART;
}

__register void reg(struct callbacks *cbs)
{
	hrtimer_setup(&timer, expired, CLOCK_MONOTONIC, HRTIMER_MODE_ABS);
	hrtimer_start(&timer, 0, HRTIMER_MODE_ABS);
}

__unregister void unreg(struct callbacks *cbs)
{
	unsigned long flags;

	spin_lock_irqsave(&lock, flags);
	hrtimer_cancel(&timer);
	spin_unlock_irqrestore(&lock, flags);
}

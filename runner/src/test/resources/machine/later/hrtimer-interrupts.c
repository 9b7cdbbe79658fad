/**
 * strategy: hrtimer-interrupts
 * title: the function of an hrtimer is an interrupt handler: it comes where interrupts are on
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
	spin_lock(&lock);
	spin_unlock(&lock);
	hrtimer_cancel(&timer);
}

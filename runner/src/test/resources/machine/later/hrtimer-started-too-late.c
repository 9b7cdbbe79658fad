/**
 * strategy: hrtimer-started-too-late
 * title: an interrupt may start an hrtimer that was cancelled
 * expect: violates NoWarning
 */
struct callbacks {
	void (*f)(void);
};

static struct hrtimer timer;
static DEFINE_SPINLOCK(lock);
static bool up;

static enum hrtimer_restart expired(struct hrtimer *t)
{
	WARN_ON(!READ_ONCE(up));
	return HRTIMER_NORESTART;
}

__irq void start(void)
{
	spin_lock(&lock);
	if (up)
		hrtimer_start(&timer, ktime_set(0, 100), HRTIMER_MODE_REL);
	spin_unlock(&lock);
}

__register void reg(struct callbacks *cbs)
{
	hrtimer_setup(&timer, expired, CLOCK_MONOTONIC, HRTIMER_MODE_REL);
	WRITE_ONCE(up, true);
}

__unregister void unreg(struct callbacks *cbs)
{
	hrtimer_cancel(&timer);
	spin_lock_irq(&lock);
	WRITE_ONCE(up, false);
	spin_unlock_irq(&lock);
}

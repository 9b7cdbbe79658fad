/**
 * strategy: hrtimer-forward-armed
 * title: the kernel warns where the time of an hrtimer changes that is armed
 * expect: violates NoWarning
 */
struct callbacks {
	void (*f)(void);
};

static struct hrtimer timer;

static enum hrtimer_restart expired(struct hrtimer *t)
{
	return hrtimer_forward_now(t, ms_to_ktime(1)) ? HRTIMER_RESTART : HRTIMER_NORESTART;
}

__register void reg(struct callbacks *cbs)
{
	hrtimer_setup(&timer, expired, CLOCK_MONOTONIC, HRTIMER_MODE_REL);
	hrtimer_start(&timer, 0, HRTIMER_MODE_REL);
	hrtimer_forward(&timer, 0, 5);
}

__unregister void unreg(struct callbacks *cbs)
{
	hrtimer_cancel(&timer);
}

/**
 * strategy: hrtimer-forward
 * title: the time of an hrtimer becomes a later one while that is not armed
 * expect: holds NoWarning, NoDeadlock
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
	hrtimer_forward(&timer, 0, 5);
	hrtimer_start(&timer, 0, HRTIMER_MODE_REL);
}

__unregister void unreg(struct callbacks *cbs)
{
	hrtimer_cancel(&timer);
}

/**
 * strategy: hrtimer-restart
 * title: one whose function returns HRTIMER_RESTART runs again
 * expect: violates NoWarning
 */
struct callbacks {
	void (*f)(void);
};

static struct hrtimer timer;
static bool ran;

static enum hrtimer_restart expired(struct hrtimer *t)
{
	WARN_ON(READ_ONCE(ran));
	WRITE_ONCE(ran, true);
	return HRTIMER_RESTART;
}

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ran, false);
	hrtimer_setup(&timer, expired, CLOCK_MONOTONIC, HRTIMER_MODE_REL);
	hrtimer_start(&timer, us_to_ktime(5), HRTIMER_MODE_REL);
}

__unregister void unreg(struct callbacks *cbs)
{
	hrtimer_cancel(&timer);
}

struct callbacks {
	void (*f)(void);
};
static struct hrtimer timer;
static struct hrtimer silent;
static enum hrtimer_restart expired(struct hrtimer *t)
{
	return hrtimer_start(t, 0, HRTIMER_MODE_REL);
}
static enum hrtimer_restart never(struct hrtimer *t)
{
	return HRTIMER_NORESTART;
}
__register void reg(struct callbacks *cbs)
{
	hrtimer_init(&silent, CLOCK_MONOTONIC, HRTIMER_MODE_REL);
	hrtimer_setup(&timer, expired, CLOCK_MONOTONIC, HRTIMER_MODE_REL_SOFT);
	hrtimer_start(&timer, wait_for(), HRTIMER_MODE_REL);
	hrtimer_start(&timer, 0, mode);
	hrtimer_start(&timer, 0);
	timer.function = expired;
}
__unregister void unreg(struct callbacks *cbs)
{
	hrtimer_cancel(timer);
}
__nmi void nmi(void)
{
	hrtimer_start(&timer, 0, HRTIMER_MODE_REL);
	hrtimer_cancel(&timer);
}

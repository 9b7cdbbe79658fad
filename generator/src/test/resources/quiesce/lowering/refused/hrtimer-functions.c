struct callbacks {
	void (*f)(void);
};
static struct hrtimer timer;
static struct hrtimer other;
static void silent(struct hrtimer *t)
{
}
static enum hrtimer_restart first(struct hrtimer *t)
{
	return HRTIMER_NORESTART;
}
static enum hrtimer_restart second(struct hrtimer *t)
{
	return HRTIMER_RESTART;
}
__register void reg(struct callbacks *cbs)
{
	hrtimer_init(&timer, CLOCK_MONOTONIC, HRTIMER_MODE_REL);
	timer.function = first;
	timer.function = second;
	hrtimer_setup(&other, silent, CLOCK_MONOTONIC, HRTIMER_MODE_REL);
}
__unregister void unreg(struct callbacks *cbs)
{
	hrtimer_cancel(&timer);
}

/**
 * strategy: hrtimer-cancels-itself
 * title: the function of an hrtimer that waits for itself waits for ever
 * expect: violates NoDeadlock, UnregisterCompletes, ReadersComplete
 */
static struct hrtimer timer;

static enum hrtimer_restart expired(struct hrtimer *t)
{
	hrtimer_cancel(t);
	return HRTIMER_NORESTART;
}

static int __init later_init(void)
{
	hrtimer_setup(&timer, expired, CLOCK_MONOTONIC, HRTIMER_MODE_REL);
	hrtimer_start(&timer, ms_to_ktime(10), HRTIMER_MODE_REL);
	return 0;
}
module_init(later_init);

static void __exit later_exit(void)
{
	hrtimer_cancel(&timer);
}
module_exit(later_exit);

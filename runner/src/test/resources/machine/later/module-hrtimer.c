/**
 * strategy: module-hrtimer
 * title: a module that cancels its hrtimer goes safely, although that arms itself again
 * expect: holds NoDereferenceAfterTeardown, NoWarning, NoDeadlock, UnregisterCompletes
 */
static bool up;
static struct hrtimer timer;

static enum hrtimer_restart expired(struct hrtimer *t)
{
	WARN_ON(!READ_ONCE(up));
	hrtimer_forward_now(t, ms_to_ktime(10));
	return HRTIMER_RESTART;
}

static int __init later_init(void)
{
	up = true;
	hrtimer_init(&timer, CLOCK_MONOTONIC, HRTIMER_MODE_REL);
	timer.function = expired;
	hrtimer_start(&timer, ms_to_ktime(10), HRTIMER_MODE_REL);
	return 0;
}
module_init(later_init);

static void __exit later_exit(void)
{
	hrtimer_cancel(&timer);
	up = false;
}
module_exit(later_exit);

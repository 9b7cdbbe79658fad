/**
 * strategy: module-delayed-work
 * title: a module that cancels its delayed work goes safely
 * expect: holds NoDereferenceAfterTeardown, NoWarning, NoDeadlock, UnregisterCompletes
 * expect weak: holds NoDereferenceAfterTeardown, NoWarning, NoDeadlock
 */
static bool up;
static void refresh(struct work_struct *work);
static DECLARE_DELAYED_WORK(item, refresh);

static void refresh(struct work_struct *work)
{
	WARN_ON(!READ_ONCE(up));
	schedule_delayed_work(to_delayed_work(work), 10 * HZ);
}

static int __init later_init(void)
{
	up = true;
	schedule_delayed_work(&item, msecs_to_jiffies(100));
	return 0;
}
module_init(later_init);

static void __exit later_exit(void)
{
	cancel_delayed_work_sync(&item);
	up = false;
}
module_exit(later_exit);

/**
 * strategy: module-delayed-work-not-due
 * title: who flushes work whose time has not come does not wait for it
 * expect: violates NoDereferenceAfterTeardown, NoWarning
 * expect weak: violates NoDereferenceAfterTeardown, NoWarning
 */
static bool up;
static void refresh(struct work_struct *work);
static DECLARE_DELAYED_WORK(item, refresh);

static void refresh(struct work_struct *work)
{
	WARN_ON(!READ_ONCE(up));
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
	flush_work(&item.work);
	up = false;
}
module_exit(later_exit);

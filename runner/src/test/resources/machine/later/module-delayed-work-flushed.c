/**
 * strategy: module-delayed-work-flushed
 * title: who flushes delayed work has it run at once, and waits for it
 * expect: holds NoDereferenceAfterTeardown, NoWarning, NoDeadlock, UnregisterCompletes
 * expect weak: holds NoDereferenceAfterTeardown, NoWarning, NoDeadlock
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
	flush_delayed_work(&item);
	up = false;
}
module_exit(later_exit);

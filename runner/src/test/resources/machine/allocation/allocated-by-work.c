/**
 * strategy: allocated-by-work
 * title: a work item that replaces what it has allocated, after a grace period
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, UnregisterCompletes
 * expect tso: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, UnregisterCompletes
 */
struct limits {
	int low;
};

static struct limits __rcu *limits;

static void refresh(struct work_struct *work)
{
	struct limits *lim, *old;

	lim = kzalloc(sizeof(*lim), GFP_KERNEL);
	if (!lim)
		return;
	old = rcu_replace_pointer(limits, lim, true);
	synchronize_rcu();
	kfree(old);
}
static DECLARE_WORK(refresh_work, refresh);

static void expired(struct timer_list *timer)
{
	struct limits *lim;

	rcu_read_lock();
	lim = rcu_dereference(limits);
	if (lim)
		WARN_ON(lim->low);
	rcu_read_unlock();
	schedule_work(&refresh_work);
	mod_timer(timer, jiffies + HZ);
}
static DEFINE_TIMER(expiry, expired);

static int __init init(void)
{
	mod_timer(&expiry, jiffies + HZ);
	return 0;
}
module_init(init);

static void __exit cleanup(void)
{
	timer_delete_sync(&expiry);
	cancel_work_sync(&refresh_work);
	kfree(rcu_dereference_protected(limits, true));
}
module_exit(cleanup);

/**
 * strategy: module-pointer-left
 * title: a pointer that a module leaves is gone with it
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 * expect tso: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct limits {
	int low;
};

static struct limits *limits;

static void expired(struct timer_list *timer)
{
	struct limits *lim = READ_ONCE(limits);

	WARN_ON(lim && lim->low);
}
static DEFINE_TIMER(expiry, expired);

static int __init init(void)
{
	struct limits *lim = kzalloc(sizeof(*lim), GFP_KERNEL);

	mod_timer(&expiry, jiffies + HZ);
	smp_store_release(&limits, lim);
	return 0;
}
module_init(init);

static void __exit cleanup(void)
{
	timer_delete_sync(&expiry);
	kfree(limits);
}
module_exit(cleanup);

/**
 * strategy: module-of-two-providers
 * title: providers that share a variable are none that begin afresh
 * providers: 2
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete, SingleProvider
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

/**
 * strategy: pointer-left
 * title: a pointer that is left where the file stays is found later
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect tso: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: violates NoDereferenceAfterTeardown, PriorReadersComplete
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

__register int init(void)
{
	struct limits *lim = kzalloc(sizeof(*lim), GFP_KERNEL);

	mod_timer(&expiry, jiffies + HZ);
	smp_store_release(&limits, lim);
	return 0;
}

__unregister void cleanup(void)
{
	timer_delete_sync(&expiry);
	kfree(limits);
}

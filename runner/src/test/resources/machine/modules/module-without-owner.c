/**
 * strategy: module-without-owner
 * title: where no owner is named, each attempt succeeds and nothing is counted
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect tso: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: violates NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct ops {
	struct module *owner;
	int (*call)(void);
};

static int hello(void);
static DEFINE_SPINLOCK(lock);
static struct ops *cur;

static struct ops own = {
	.call = hello,
};

static int __init start(void)
{
	spin_lock(&lock);
	cur = &own;
	spin_unlock(&lock);
	return 0;
}

static void __exit stop(void)
{
	spin_lock(&lock);
	cur = NULL;
	spin_unlock(&lock);
}

module_init(start);
module_exit(stop);

__task void use(void)
{
	struct ops *ops;

	spin_lock(&lock);
	ops = cur;
	if (!ops || !try_module_get(ops->owner)) {
		spin_unlock(&lock);
		return;
	}
	spin_unlock(&lock);
	ops->call();
	module_put(ops->owner);
}

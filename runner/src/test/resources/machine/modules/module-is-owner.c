/**
 * strategy: module-is-owner
 * title: THIS_MODULE is counted
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 * expect tso: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 */
struct ops {
	struct module *owner;
	int (*call)(void);
};

static int hello(void);
static DEFINE_SPINLOCK(lock);
static struct ops *cur;

static struct ops own = {
	.owner = THIS_MODULE,
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

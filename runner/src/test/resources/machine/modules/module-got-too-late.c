/**
 * strategy: module-got-too-late
 * title: a module may be gone before its count is read
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect tso: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: violates NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct ops {
	struct module *owner;
	int (*call)(void);
};

static DEFINE_SPINLOCK(lock);
static struct ops *cur;

__register void reg(struct ops *ops)
{
	spin_lock(&lock);
	cur = ops;
	spin_unlock(&lock);
}

__unregister void unreg(struct ops *ops)
{
	spin_lock(&lock);
	cur = NULL;
	spin_unlock(&lock);
}

__task void use(void)
{
	struct ops *ops;

	spin_lock(&lock);
	ops = cur;
	spin_unlock(&lock);
	if (!ops || !try_module_get(ops->owner))
		return;
	ops->call();
	module_put(ops->owner);
}

/**
 * strategy: module-put-too-early
 * title: a reference that was given back keeps nothing
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
	if (!ops || !try_module_get(ops->owner)) {
		spin_unlock(&lock);
		return;
	}
	spin_unlock(&lock);
	module_put(ops->owner);
	ops->call();
}

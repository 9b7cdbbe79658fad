/**
 * strategy: module-got-under-lock
 * title: a module that somebody has a reference to does not go
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 * expect tso: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
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
	ops->call();
	module_put(ops->owner);
}

/**
 * strategy: module-not-got
 * title: a module goes while its function runs
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
	if (!ops) {
		spin_unlock(&lock);
		return;
	}
	spin_unlock(&lock);
	ops->call();
}

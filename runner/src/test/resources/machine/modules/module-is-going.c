/**
 * strategy: module-is-going
 * title: who gets no reference may find the module registered still
 * expect: violates NoWarning
 * expect tso: violates NoWarning
 * expect weak: violates NoWarning
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
		WARN_ON(ops && cur);
		spin_unlock(&lock);
		return;
	}
	spin_unlock(&lock);
	ops->call();
	module_put(ops->owner);
}

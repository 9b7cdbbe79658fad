/**
 * strategy: module-got-with-error
 * title: an error in place of a reference
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 */
struct ops {
	struct module *owner;
	int (*call)(void);
};

static DEFINE_MUTEX(lock);
static struct ops *cur;

__register void reg(struct ops *ops)
{
	mutex_lock(&lock);
	cur = ops;
	mutex_unlock(&lock);
}

__unregister void unreg(struct ops *ops)
{
	mutex_lock(&lock);
	cur = NULL;
	mutex_unlock(&lock);
}

__task int use(void)
{
	struct ops *ops;
	int ret = -ENODEV;

	mutex_lock(&lock);
	ops = cur;
	if (ops && try_module_get(ops->owner))
		ret = 0;
	mutex_unlock(&lock);
	if (ret)
		return ret;
	ret = ops->call();
	module_put(ops->owner);
	return ret;
}

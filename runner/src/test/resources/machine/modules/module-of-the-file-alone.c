/**
 * strategy: module-of-the-file-alone
 * title: a reference to what one registers with is none to what is registered
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct ops {
	int (*call)(void);
};

static DEFINE_MUTEX(lock);
static struct ops *cur;

__register int reg(struct ops *ops)
{
	__module_get(THIS_MODULE);
	mutex_lock(&lock);
	cur = ops;
	mutex_unlock(&lock);
	return 0;
}

__unregister void unreg(struct ops *ops)
{
	mutex_lock(&lock);
	cur = NULL;
	mutex_unlock(&lock);
	module_put(THIS_MODULE);
}

__task int use(void)
{
	struct ops *ops;

	if (!try_module_get(THIS_MODULE))
		return -ENODEV;
	mutex_lock(&lock);
	ops = cur;
	mutex_unlock(&lock);
	if (ops)
		ops->call();
	module_put(THIS_MODULE);
	return 0;
}

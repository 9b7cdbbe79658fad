/**
 * strategy: module-of-the-file
 * title: what others register with has a reference to itself
 * expect: holds NoNullDereference, NoDereferenceAfterTeardown, PriorReadersComplete
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
	if (!try_module_get(THIS_MODULE))
		return -ENODEV;
	mutex_lock(&lock);
	if (cur)
		cur->call();
	mutex_unlock(&lock);
	module_put(THIS_MODULE);
	return 0;
}

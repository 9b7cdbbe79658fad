/**
 * strategy: module-got-by-function
 * title: a function returns what it has a reference to, or NULL
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 */
struct ops {
	struct module *owner;
	int (*call)(void);
};

static DEFINE_MUTEX(lock);
static struct ops *cur;

__register int reg(struct ops *ops)
{
	int err = 0;

	mutex_lock(&lock);
	if (cur)
		err = -EBUSY;
	else
		cur = ops;
	mutex_unlock(&lock);
	return err;
}

__unregister void unreg(struct ops *ops)
{
	mutex_lock(&lock);
	cur = NULL;
	mutex_unlock(&lock);
}

static struct ops *ops_get(void)
{
	struct ops *ops;

	mutex_lock(&lock);
	ops = cur;
	if (ops && !try_module_get(ops->owner))
		ops = NULL;
	mutex_unlock(&lock);
	return ops;
}

static void ops_put(struct ops *ops)
{
	module_put(ops->owner);
}

__task void use(void)
{
	struct ops *ops = ops_get();

	if (!ops)
		return;
	ops->call();
	ops_put(ops);
}

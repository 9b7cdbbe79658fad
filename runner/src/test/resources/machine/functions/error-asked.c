/**
 * strategy: error-asked
 * title: what a function returns is asked whether it is an error, and is used if not
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoWarning
 */
struct ops {
	void (*call)(void);
};

static DEFINE_MUTEX(lock);
static struct ops *cur;
static bool closed;

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
	closed = true;
	mutex_unlock(&lock);
}

static struct ops *find(void)
{
	struct ops *ops = cur;

	if (closed)
		return ERR_PTR(-EPERM);
	return ops ?: ERR_PTR(-ENODEV);
}

static struct ops *get(void)
{
	struct ops *ops = find();

	lockdep_assert_held(&lock);
	if (IS_ERR(ops) && PTR_ERR(ops) == -EPERM)
		return ERR_CAST(ops);
	WARN_ON(!ops || ops == NULL);
	return ops;
}

static void call(struct ops *ops)
{
	ops->call();
}

__task int use(void)
{
	struct ops *ops;
	int error;

	mutex_lock(&lock);
	ops = get();
	error = PTR_ERR_OR_ZERO(ops);
	if (IS_ERR(ops)) {
		WARN_ON(error != -EPERM && error != -ENODEV);
		goto out;
	}
	WARN_ON(error);
	call(ops);
out:
	mutex_unlock(&lock);
	return error;
}

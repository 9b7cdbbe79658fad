/**
 * strategy: error-followed
 * title: what a function returns is compared with NULL, which an error is not
 * expect: violates NoNullDereference
 * expect: holds NoUseBeforeInit, NoDereferenceAfterTeardown, NoWarning
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

__task int use(void)
{
	struct ops *ops;
	int error;

	mutex_lock(&lock);
	ops = get();
	if (!ops) {
		error = -ENODEV;
		goto out;
	}
	error = 0;
	ops->call();
out:
	mutex_unlock(&lock);
	return error;
}

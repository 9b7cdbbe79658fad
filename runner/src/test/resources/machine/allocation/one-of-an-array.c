/**
 * strategy: one-of-an-array
 * title: an array of one is an object of which the members are 0
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown
 */
struct ops {
	int (*call)(void);
};

struct entry {
	struct ops *ops;
	int state;
};

static DEFINE_MUTEX(lock);
static struct entry *cur;

__register int reg(struct ops *ops)
{
	struct entry *e = kcalloc(1, sizeof(*e), GFP_KERNEL);

	if (!e)
		return -ENOMEM;
	e->ops = ops;
	mutex_lock(&lock);
	cur = e;
	mutex_unlock(&lock);
	return 0;
}

__unregister void unreg(struct ops *ops)
{
	struct entry *e;

	mutex_lock(&lock);
	e = cur;
	cur = NULL;
	mutex_unlock(&lock);
	kvfree(e);
}

__task int use(void)
{
	int state = 0;

	mutex_lock(&lock);
	if (cur) {
		state = cur->state;
		if (!state)
			state = cur->ops->call();
	}
	mutex_unlock(&lock);
	return state;
}

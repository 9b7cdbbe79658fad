/**
 * strategy: one-of-an-array-unset
 * title: an array of one of which a member is read before it is set
 * expect: violates NoUseBeforeInit
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
	struct entry *e = kmalloc_array(1, sizeof(*e), GFP_KERNEL);

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

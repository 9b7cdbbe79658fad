struct ops {
	struct module *owner;
	void (*call)(void);
};

static DEFINE_MUTEX(lock);
static struct ops *cur;
static int calls;

__register void reg(struct ops *ops)
{
	mutex_lock(&lock);
	cur = ops;
	mutex_unlock(&lock);
}

__unregister void unreg(struct ops *ops)
{
	WRITE_ONCE(cur, NULL);
}

__task void not_known_by_that(int n)
{
	struct ops *ops;
	int got = n;

	rcu_read_lock();
	ops = READ_ONCE(cur);
	if (ops && !try_module_get(ops->owner))
		got = 0;
	rcu_read_unlock();
	if (got) {
		ops->call();
		module_put(ops->owner);
	}
}

__task void seen_in_between(void)
{
	struct ops *ops;

	rcu_read_lock();
	ops = READ_ONCE(cur);
	if (ops && !try_module_get(ops->owner))
		ops = NULL;
	rcu_read_unlock();
	WRITE_ONCE(calls, 1);
	if (ops) {
		ops->call();
		module_put(ops->owner);
	}
}

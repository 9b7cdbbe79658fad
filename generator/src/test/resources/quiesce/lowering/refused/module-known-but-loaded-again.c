struct ops {
	struct module *owner;
	void (*call)(void);
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
	cur = NULL;
}

__task void may_be_loaded_again(void)
{
	struct ops *ops;

	mutex_lock(&lock);
	ops = cur;
	if (ops && !try_module_get(ops->owner))
		ops = NULL;
	mutex_unlock(&lock);
	if (ops) {
		ops->call();
		module_put(ops->owner);
	}
}

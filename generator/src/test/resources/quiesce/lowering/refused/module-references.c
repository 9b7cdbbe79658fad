struct ops {
	struct module *owner;
	struct module *set;
	void (*call)(void);
};

static struct ops *cur;

__register void reg(struct ops *ops)
{
	ops->set = THIS_MODULE;
	WRITE_ONCE(cur, ops);
}

__unregister void unreg(struct ops *ops)
{
	WRITE_ONCE(cur, NULL);
}

__task void kept(void)
{
	struct ops *ops = READ_ONCE(cur);

	if (ops && try_module_get(ops->owner))
		ops->call();
}

__task void never_got(void)
{
	struct ops *ops = READ_ONCE(cur);

	if (ops)
		module_put(ops->owner);
}

__task void given_back_elsewhere(void)
{
	struct ops *ops = READ_ONCE(cur);

	if (ops && try_module_get(ops->owner))
		module_put(THIS_MODULE);
}

__task void one_more(void)
{
	struct ops *ops = READ_ONCE(cur);

	if (ops)
		__module_get(ops->owner);
}

__task void in_a_local(void)
{
	struct ops *ops = READ_ONCE(cur);
	struct module *owner;

	if (!ops)
		return;
	owner = ops->owner;
	if (try_module_get(owner))
		module_put(owner);
}

__task void set_here(void)
{
	struct ops *ops = READ_ONCE(cur);

	if (ops && try_module_get(ops->set))
		module_put(ops->set);
}

__task void asked_for_null(void)
{
	struct ops *ops = READ_ONCE(cur);

	if (ops && ops->owner && try_module_get(ops->owner))
		module_put(ops->owner);
}

__task void given_back_once(void)
{
	struct ops *ops = READ_ONCE(cur);

	if (!ops || !try_module_get(ops->owner))
		return;
	if (try_module_get(ops->owner))
		ops->call();
	module_put(ops->owner);
}

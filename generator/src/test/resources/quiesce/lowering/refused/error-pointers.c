struct ops {
	struct ops *(*find)(void);
	void (*call)(void);
};

static struct ops *cur, *kept;

__register void reg(struct ops *ops)
{
	cur = ops;
}

__unregister void unreg(struct ops *ops)
{
	cur = NULL;
}

static struct ops *get(void)
{
	return cur ? cur : ERR_PTR(-ENODEV);
}

static void call(struct ops *ops)
{
	ops->call();
}

__task void use(void)
{
	struct ops *ops, *other;

	get();
	call(get());
	kept = get();
	kept = ERR_PTR(-EIO);
	if (IS_ERR(ops = get()))
		return;
	other = ops ?: ERR_PTR(-EIO);
	if (PTR_ERR(cur) == -EIO)
		return;
	other->call();
}

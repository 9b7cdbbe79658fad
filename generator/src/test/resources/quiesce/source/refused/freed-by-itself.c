struct ops {
	void (*f)(void);
};
static struct ops *ops;

__register int reg(struct ops *o)
{
	struct ops *copy __free(kfree) = kzalloc(sizeof(*copy), GFP_KERNEL);

	if (!o)
		return -ENOMEM;
	WRITE_ONCE(ops, o);
	return 0;
}

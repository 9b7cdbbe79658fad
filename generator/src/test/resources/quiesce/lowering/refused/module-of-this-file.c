static int calls;

static int __init start(void)
{
	return 0;
}

static void __exit stop(void)
{
	calls = 0;
}

module_init(start);
module_exit(stop);

__task int use(void)
{
	if (!try_module_get(THIS_MODULE))
		return -ENODEV;
	calls++;
	module_put(THIS_MODULE);
	return 0;
}

__task void more(void)
{
	__module_get(THIS_MODULE);
}

struct callbacks {
	void (*f)(void);
};

static struct callbacks *ptr;
static struct callbacks object;

static int first(void)
{
	WRITE_ONCE(ptr, &object);
	return 0;
}

__register int second(void)
{
	return first();
}

__nmi void reader(void)
{
	struct callbacks *cbs = READ_ONCE(ptr);

	if (cbs && cbs != &object)
		cbs->f();
}

static void my_hook_remove(void)
{
}

module_init(first);
module_exit(last);

struct callbacks {
	int (*f)(int n);
};

struct callbacks *ptr;

static int f(int n)
{
	return n;
}

static struct callbacks object = {
	.f = f,
};

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, NULL);
}

__nmi void reader(void)
{
	struct callbacks *cbs = READ_ONCE(ptr);

	if (cbs)
		cbs->f();
}

struct callbacks {
	void (*f)(void);
	int n;
};

struct device {
	spinlock_t lock;
	int n;
};

static struct callbacks *ptr;
static struct device dev;

static struct callbacks *find(void)
{
	return ERR_PTR(-ENODEV);
}

__register int reg(struct callbacks *cbs)
{
	*cbs = (struct callbacks) { .m = 1 };
	*cbs = (struct device) { .n = 1 };
	dev = (struct device) { .n = 1 };
	cbs->n = (struct device) { .n = 1 };
	if (IS_ERR(cbs->n))
		return 1;
	return cbs == (struct callbacks) { .n = 1 };
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, find());
}

__nmi void reader(void)
{
	struct callbacks *cbs = READ_ONCE(ptr);

	if (cbs)
		cbs->f();
}

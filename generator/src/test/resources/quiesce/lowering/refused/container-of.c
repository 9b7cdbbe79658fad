struct inner {
	int n;
};

struct other {
	int n;
};

struct callbacks {
	void (*f)(void);
	struct inner inner;
};

static struct callbacks *ptr;
static void *data;
static struct inner *kept;

__register void reg(struct callbacks *cbs)
{
	struct other *other = kmalloc(sizeof(*other), GFP_KERNEL);
	struct inner *alone = kmalloc(sizeof(*alone), GFP_KERNEL);

	kept = &cbs->inner;
	ptr = container_of(data, struct callbacks, inner);
	ptr = container_of(other, struct callbacks, inner);
	ptr = container_of(kept, struct callbacks, f);
	data = &cbs->f;
	kept = cbs;
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

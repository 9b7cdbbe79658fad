struct callbacks {
	void (*f)(void);
};

struct device {
	struct callbacks *cbs;
	int n;
};

struct callbacks initial;
static struct device dev = { .cbs = &initial };
struct device *pointer;

__register void reg(struct callbacks *cbs)
{
	dev.cbs = cbs;
	dev.nothing = 1;
	other.n = 1;
	dev.n.m = 1;
	pointer = &dev;
	dev.cbs = (struct device *)pointer;
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(dev.cbs, NULL);
	synchronize_rcu();
}

__nmi void reader(void)
{
	struct callbacks *cbs = READ_ONCE(dev.cbs);

	if (cbs)
		cbs->f();
}

struct callbacks {
	void (*f)(void);
	int mode;
	bool flag;
	struct callbacks *next;
};

struct device {
	struct callbacks *cbs;
	int irq;
};

static struct callbacks mine = {
	.mode = NULL,
	.flag = "on",
	.next = 5,
};
static struct device dev = { .irq = "24", .cbs = 1 };
struct callbacks *pointer = 1;
int number = NULL;

__register void reg(struct callbacks *cbs)
{
	dev.cbs = cbs;
	number = dev.irq;
	WRITE_ONCE(pointer, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(pointer, NULL);
	synchronize_rcu();
}

__nmi void reader(void)
{
	struct callbacks *cbs = READ_ONCE(pointer);

	if (cbs && READ_ONCE(cbs->mode) && cbs->flag && cbs->next)
		cbs->f();
}

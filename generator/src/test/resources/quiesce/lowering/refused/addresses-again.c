struct callbacks {
	void (*f)(void);
};

struct device {
	struct callbacks *cbs;
	spinlock_t lock;
	int n;
};

static struct device one = { .lock = 1 }, two;
struct callbacks *ptr;

static int chosen(void *a, void *b, int n)
{
	struct device *dev = n ? a : b;

	return dev->n;
}

static int kept(void *a, void *b)
{
	struct device *dev;

	a = b;
	dev = a;
	return dev->n;
}

static void function(void (*fn)(void))
{
	fn = NULL;
	fn++;
}

static void own(void)
{
}

__register void reg(struct callbacks *cbs)
{
	void *data = &one;
	struct device local = { .n = 1 };
	struct device *dev;
	struct device *late;

	data = &two;
	data++;
	local++;
	local = two;
	chosen(&one, &two, 1);
	kept(&one, &two);
	function(own);
	if (cbs->f)
		goto use;
	dev = &one;
use:
	dev->n = 1;
	switch (two.n) {
	case 1:
		late = &one;
		break;
	case 2:
		late->n = 1;
	}
	ptr = cbs;
}

__unregister void unreg(struct callbacks *cbs)
{
	ptr = NULL;
}

__nmi void reader(void)
{
	struct callbacks *cbs = READ_ONCE(ptr);

	if (cbs)
		cbs->f();
}

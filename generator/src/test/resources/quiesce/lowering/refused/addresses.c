struct callbacks {
	void (*f)(int *n);
};

struct device {
	struct callbacks *cbs;
	spinlock_t lock;
	int n;
};

struct pair {
	struct callbacks *cbs;
	int n;
};

static struct device one, two;
struct callbacks *ptr;
struct device *first;
void *kept;
struct unknown *unknown;

static struct device *choose(int n)
{
	if (n)
		return &one;
	return &two;
}

static void keep(int *n)
{
	kept = n;
}

static void whole(struct pair *p)
{
}

__register void reg(struct callbacks *cbs)
{
	struct device *dev = cbs ? &one : &two;
	struct device *once = &one;
	struct device *later = NULL;
	struct pair *other = &one;
	int n = 0;

	first = &one;
	once = &two;
	later = &two;
	choose(1);
	keep(&n);
	dev->n = 1;
	spin_lock(&one.n);
	spin_lock(&cbs->f);
	one.lock = 1;
	ptr = cbs;
}

__unregister void unreg(struct callbacks *cbs)
{
	struct pair p = { .cbs = cbs, .m = 1 };
	struct pair q = p;

	whole(p);
	p = q;
	ptr = unknown->cbs;
	ptr = NULL;
}

__nmi void reader(struct device *dev)
{
	struct pair p = { .n = 0 };
	struct callbacks *cbs = READ_ONCE(ptr);
	int n;

	if (cbs)
		cbs->f(&p);
	n = *cbs;
}

struct callbacks {
	void (*f)(void);
	int n;
};

struct guarded {
	spinlock_t lock;
	int n;
};

struct pair {
	struct callbacks *cbs;
	int n;
};

static struct callbacks *ptr;
static struct guarded one;
static struct guarded two;
static struct pair pair;

static struct pair *find(void)
{
	return &pair;
}

__register void reg(struct callbacks *cbs, struct callbacks *other)
{
	struct pair copy = *find();
	struct pair again = copy;

	one = two;
	memcpy(&one, &two, sizeof(one));
	memset(&pair, 1, sizeof(pair));
	memset(find(), 0, sizeof(pair));
	memcpy(&pair, &one, sizeof(pair));
	memcpy(&pair.n, &again.n, sizeof(int));
	copy = one;
	again = cbs;
	memset(&pair);
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	struct callbacks kept = *cbs;

	*cbs = kept;
	WRITE_ONCE(ptr, NULL);
	synchronize_rcu();
}

__nmi void reader(void)
{
	struct callbacks *cbs = READ_ONCE(ptr);

	if (cbs)
		cbs->f();
}

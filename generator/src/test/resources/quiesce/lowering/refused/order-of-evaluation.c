struct callbacks {
	int (*f)(int n, int m);
	int count;
};

struct callbacks *ptr;
int shared;
DEFINE_PER_CPU(int, each);

__register void reg(struct callbacks *cbs)
{
	cbs->count = 0;
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, NULL);
	synchronize_rcu();
}

static int twice(int n, int m)
{
	return n + m;
}

__nmi void sample(void)
{
	struct callbacks *cbs = READ_ONCE(ptr);
	int x = 1;
	int y = x++ + x;

	x = x++;
	y = twice(x, x = 2);
	y = y + x + x-- + x;
	if (x++ && x++)
		y = x++ ^ y;
	if (cbs) {
		cbs->f(cbs->count, cbs->count++);
		cbs->f(x, shared--);
		y = twice(shared, 1) + shared++;
		shared += twice(x, y);
		x += twice(x, y);
		shared = x = y;
	}
}

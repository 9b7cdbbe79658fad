struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;
int n;

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, NULL);
	synchronize_rcu();
}

static void nothing(void)
{
}

__nmi void sample(void)
{
	struct callbacks *cbs = READ_ONCE(ptr);
	int x = cbs ? 1 : smp_processor_id();
	int y = cbs ? cbs : 2;
	int z = cbs ? nothing() : nothing();
	int w;
	int u = READ_ONCE(n) ? w : 0;

	cbs ? 1 : 2;
	n ?: nothing();
	cbs ? cbs->f() : 0;
}

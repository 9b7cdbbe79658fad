struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;
int flags;

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, NULL);
	synchronize_rcu();
}

__nmi void sample(void)
{
	int n = 3;

	flags = 1 << n;
	flags = 1 << -1;
	flags = 1 << 40;
	flags <<= flags;
	flags = n << 3;
}

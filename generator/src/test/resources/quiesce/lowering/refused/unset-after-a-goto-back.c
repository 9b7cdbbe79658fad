struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;
int mode;

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
	int n;

	goto in;
again:
	n = READ_ONCE(mode);
in:
	if (READ_ONCE(mode) == n)
		goto again;
}

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

	n = n / flags;
	n = 8 % n;
	flags /= n;
	n = 7 / 0;
	n = 2147483647 + 1;
	n = 1 << 31;
	n = 65536 * 65536;

}

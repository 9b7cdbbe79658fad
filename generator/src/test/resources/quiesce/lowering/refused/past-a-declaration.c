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
	{
		int a = 1;
		int b = 2;

		WRITE_ONCE(mode, a + b);
	}
	switch (READ_ONCE(mode)) {
		int a = 1;
	case 0:
		WRITE_ONCE(mode, a);
	}
	if (READ_ONCE(mode))
		goto in;
	{
		int b = 2;
in:
		WRITE_ONCE(mode, b);
	}
}

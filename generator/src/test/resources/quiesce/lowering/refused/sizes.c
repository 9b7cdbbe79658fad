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
	flags = sizeof(struct callbacks);
	if (sizeof flags > 4)
		flags = 1;
	ptr->f(sizeof(int));
}

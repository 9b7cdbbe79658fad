struct callbacks {
	struct callbacks *(*self)(void);
};

struct callbacks *ptr;

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, NULL);
}

__nmi void reader(void)
{
	struct callbacks *cbs = READ_ONCE(ptr);
	struct callbacks *again;

	again = cbs->self();
	WARN_ON(again);
}

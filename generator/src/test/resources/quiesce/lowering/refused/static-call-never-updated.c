struct callbacks {
	bool (*f)(void);
	bool (*g)(void);
};

static bool other(void)
{
	return false;
}

DEFINE_STATIC_CALL(key, other);

__register void reg(struct callbacks *cbs)
{
	barrier();
}

__unregister void unreg(void)
{
	barrier();
}

__nmi void reader(void)
{
	static_call(key)();
}

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
	static_call_update(key, cbs);
}

__unregister void unreg(void)
{
	static_call_update(key, other);
}

__nmi void reader(void)
{
	static_call(key)();
}

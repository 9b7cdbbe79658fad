static void (*hook)(int depth);

static void again(int depth)
{
	if (depth)
		hook(depth - 1);
}

__register void reg(void (*fn)(int depth))
{
	WRITE_ONCE(hook, fn);
}

__unregister void unreg(void)
{
	WRITE_ONCE(hook, again);
	synchronize_rcu();
}

__nmi void reader(void)
{
	READ_ONCE(hook)(1);
}

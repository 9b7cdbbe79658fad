void (*hook)(void) = extra;
void (*fourth)(void) = nowhere;

static void extra(void)
{
}

static void unheard(void);

static void run(void (*fn)(void))
{
	fn = NULL;
}

__register void reg(void)
{
	hook = extra;
	cmpxchg(&hook, NULL, &extra);
	hook = unheard;
}

__unregister void unreg(void)
{
	hook = NULL;
	synchronize_rcu();
}

__nmi void reader(void)
{
	hook();
	fourth();
	run(extra);
}

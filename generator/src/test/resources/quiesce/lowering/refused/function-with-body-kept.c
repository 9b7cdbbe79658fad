struct callbacks {
	void (*f)(void);
	void (*g)(void);
};

struct callbacks *ptr;

static void run(void (*fn)(void))
{
	fn();
}

static void body(void)
{
	WARN_ON(1);
}

static struct callbacks object = { .f = body };

__register void reg(void)
{
	rcu_assign_pointer(ptr, &object);
}

__unregister void unreg(void)
{
	WRITE_ONCE(ptr, NULL);
	synchronize_rcu();
}

__nmi void reader(void)
{
	struct callbacks *cbs = READ_ONCE(ptr);
	void (*fn)(void);

	if (!cbs)
		return;
	cbs->f();
	if (READ_ONCE(cbs->f))
		run(READ_ONCE(cbs->f));
	fn = READ_ONCE(cbs->f);
	fn();
	fn = READ_ONCE(cbs->g);
	if (fn)
		fn();
}

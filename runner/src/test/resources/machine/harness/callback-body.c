/**
 * strategy: callback-body
 * title: the body of a callback runs inside it
 * expect: violates NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;

static bool f(void)
{
	WARN_ON(1);
	return true;
}

static struct callbacks object = {
	.f = f,
};

__register void reg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, NULL);
	synchronize_rcu();
}

__nmi void sample(void)
{
	struct callbacks *cbs = rcu_dereference(ptr);

	if (cbs)
		cbs->f();
}

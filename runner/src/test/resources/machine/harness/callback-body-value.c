/**
 * strategy: callback-body-value
 * title: a callback returns what its body says
 * expect: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;

static bool f(void)
{
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
		WARN_ON(!cbs->f());
}

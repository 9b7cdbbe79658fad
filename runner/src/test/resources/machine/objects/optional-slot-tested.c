/**
 * strategy: optional-slot-tested
 * title: a slot that is left empty is tested before the call
 * expect: holds NoNullDereference
 */
struct callbacks {
	bool (*f)(void);
	void (*g)(void);
};

struct callbacks *ptr;

static bool f(void);

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

	if (cbs && cbs->g)
		cbs->g();
}

/**
 * strategy: slot-compared-with-a-function
 * title: every function in a slot equals every other one
 * expect: violates NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;

static bool a(void);
static bool b(void);
static struct callbacks k = { .f = a };

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
		WARN_ON(cbs->f != b);
}

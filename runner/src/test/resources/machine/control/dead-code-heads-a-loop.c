/**
 * strategy: dead-code-heads-a-loop
 * title: a loop does not go back to what nothing reaches
 * expect: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;

bool x;
bool y;

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

__task void t(void)
{
	while (true) {
		if (false)
			WRITE_ONCE(x, true);
		WARN_ON(READ_ONCE(x));
		if (READ_ONCE(y))
			return;
	}
}

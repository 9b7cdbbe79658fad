/**
 * strategy: reload-callback
 * title: a call of a callback ends the repeating of a plain load
 * expect: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;
bool flag;

__register void reg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, NULL);
	synchronize_rcu();
}

__task void writer(void)
{
	WRITE_ONCE(flag, true);
	WRITE_ONCE(flag, false);
}

__nmi void sample(void)
{
	struct callbacks *cbs = rcu_dereference(ptr);
	bool seen;

	if (cbs) {
		seen = flag;
		cbs->f();
		if (seen)
			return;
		WARN_ON(seen);
	}
}

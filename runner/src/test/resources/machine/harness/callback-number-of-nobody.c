/**
 * strategy: callback-number-of-nobody
 * title: a callback returns a number that the strategy does not name, too
 * expect: violates NoWarning
 */
struct callbacks {
	int (*f)(void);
};
struct callbacks *ptr;

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
	int state;

	if (cbs) {
		state = cbs->f();
		WARN_ON(state != 0 && state != 1);
	}
}

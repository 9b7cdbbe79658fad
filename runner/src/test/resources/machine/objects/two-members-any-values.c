/**
 * strategy: two-members-any-values
 * title: two members that the strategy does not set hold values that need not agree
 * expect: violates NoWarning
 */
struct callbacks {
	bool (*f)(void);
	bool on;
	bool ready;
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
	bool on = true;
	bool ready = true;

	if (cbs) {
		on = READ_ONCE(cbs->on);
		ready = READ_ONCE(cbs->ready);
	}
	WARN_ON(on != ready);
}

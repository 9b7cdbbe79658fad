/**
 * strategy: comparison-of-comparison
 * title: a branch on a comparison of comparisons goes one way or the other
 * expect: violates NoWarning
 * expect: holds NoDeadlock
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;
bool x;

__register void reg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, NULL);
	synchronize_rcu();
}

__task void toggle(void)
{
	WRITE_ONCE(x, true);
	WRITE_ONCE(x, false);
}

__nmi void sample(void)
{
	bool seen = READ_ONCE(x);
	struct callbacks *cbs = rcu_dereference(ptr);
	struct callbacks *again = rcu_dereference(ptr);

	if (seen == (cbs == again))
		return;
	WARN_ON(1);
}

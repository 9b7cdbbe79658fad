/**
 * strategy: short-circuit
 * title: && evaluates from the left and no more than it needs
 * expect: holds NoNullDereference
 */
struct callbacks {
	bool (*f)(void);
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
	struct callbacks *cbs = READ_ONCE(ptr);

	if (!(cbs == NULL || !cbs->f()))
		return;
}

/**
 * strategy: negative-number
 * title: negative numbers are numbers
 * expect: holds NoNullDereference
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;

int err;
__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(err, -5);
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

	if (READ_ONCE(err))
		return;
	if (cbs)
		cbs->f();
}

/**
 * strategy: condition-stored
 * title: a comparison is a value that can be stored
 * expect: holds NoNullDereference
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;

bool has;
__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(has, cbs != NULL);
	rcu_assign_pointer(ptr, cbs);
}
__unregister void unreg(struct callbacks *cbs)
{
	struct callbacks *now = rcu_access_pointer(ptr);

	WRITE_ONCE(has, now == NULL);
	rcu_assign_pointer(ptr, NULL);
	synchronize_rcu();
}

__nmi void sample(void)
{
	struct callbacks *cbs = rcu_dereference(ptr);

	if (cbs)
		cbs->f();
}

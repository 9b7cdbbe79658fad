/**
 * strategy: snapshot-torn
 * title: one look-up for each call, and no wait for the reader
 * expect: violates ConsistentSnapshot
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
}

__nmi void sample(void)
{
	struct callbacks *cbs = rcu_dereference(ptr);

	if (cbs)
		cbs->f();
	cbs = rcu_dereference(ptr);
	if (cbs)
		cbs->f();
}

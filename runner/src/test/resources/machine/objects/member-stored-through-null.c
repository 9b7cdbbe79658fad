/**
 * strategy: member-stored-through-null
 * title: storing through NULL is an oops and stores nothing
 * expect: violates NoNullDereference
 */
struct callbacks {
	bool (*f)(void);
	int n;
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

	cmpxchg(&cbs->n, 0, 1);
}

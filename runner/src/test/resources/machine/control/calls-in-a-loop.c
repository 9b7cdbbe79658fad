/**
 * strategy: calls-in-a-loop
 * title: a callback that is called in a loop is called once, to ConsistentSnapshot
 * expect: violates ConsistentSnapshot
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;

bool again = true;

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
	struct callbacks *cbs;

	do {
		cbs = rcu_dereference(ptr);
		if (cbs)
			cbs->f();
	} while (READ_ONCE(again));
}

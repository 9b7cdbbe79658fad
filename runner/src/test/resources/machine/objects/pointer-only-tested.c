/**
 * strategy: pointer-only-tested
 * title: a reader that tests a pointer at once, and never uses it, does not hold what it points to
 * expect: n/a PriorReadersComplete
 */
struct callbacks {
	void (*f)(void);
};

struct callbacks *ptr;
bool found;

__register void reg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	RCU_INIT_POINTER(ptr, NULL);
}

__task void reader(void)
{
	struct callbacks *cbs = rcu_access_pointer(ptr);

	if (cbs)
		WRITE_ONCE(found, true);
}

/**
 * strategy: local-named-late
 * title: a pointer named late_... is a pointer like any other
 * expect: violates PriorReadersComplete
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

bool other;

__nmi void sample(void)
{
	struct callbacks *late_cbs = rcu_dereference(ptr);

	READ_ONCE(other);
	WARN_ON(late_cbs == rcu_dereference(ptr));
}

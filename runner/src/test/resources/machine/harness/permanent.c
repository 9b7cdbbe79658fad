/**
 * strategy: permanent
 * title: what is never unregistered is never torn down
 * expect: holds NoNullDereference, NoUseBeforeInit
 * expect: n/a NoDereferenceAfterTeardown, UnregisterCompletes
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;

__register __permanent void reg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, cbs);
}

__nmi void sample(void)
{
	struct callbacks *cbs = rcu_dereference(ptr);

	if (cbs)
		cbs->f();
}

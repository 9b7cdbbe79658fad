/**
 * strategy: registrations
 * title: the provider counts its registrations, and readers hand the number on
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, UnregisterCompletes
 * expect tso: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, UnregisterCompletes
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, UnregisterCompletes
 */
struct callbacks {
	void (*f)(int number);
};

struct callbacks *ptr;
int registrations;
int previous;

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(previous, registrations);
	registrations++;
	rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	RCU_INIT_POINTER(ptr, NULL);
	synchronize_rcu();
}

__nmi void reader(void)
{
	struct callbacks *cbs = rcu_dereference(ptr);
	int number = READ_ONCE(registrations) - READ_ONCE(previous);

	if (cbs)
		cbs->f(number);
}

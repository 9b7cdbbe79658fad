/**
 * strategy: registrations-no-wait
 * title: the same, but nobody waits for the readers
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect tso: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: violates NoDereferenceAfterTeardown, PriorReadersComplete
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
}

__nmi void reader(void)
{
	struct callbacks *cbs = rcu_dereference(ptr);
	int number = READ_ONCE(registrations) - READ_ONCE(previous);

	if (cbs)
		cbs->f(number);
}

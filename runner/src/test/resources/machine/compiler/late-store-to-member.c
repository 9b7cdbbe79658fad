/**
 * strategy: late-store-to-member
 * title: a plain store that is put off past the teardown goes to freed memory
 * expect: violates NoDereferenceAfterTeardown
 * expect: holds NoNullDereference, NoUseBeforeInit
 */
struct callbacks {
	void (*f)(void);
	bool on;
};

struct callbacks *ptr;

__register void reg(struct callbacks *cbs)
{
	cbs->on = true;
	rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, NULL);
}

__task void reader(void)
{
	struct callbacks *cbs = READ_ONCE(ptr);

	if (cbs) {
		cbs->on = false;
		READ_ONCE(ptr);
	}
}

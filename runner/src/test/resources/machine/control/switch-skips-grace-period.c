/**
 * strategy: switch-skips-grace-period
 * title: in one of the cases nobody waits for the readers
 * expect: violates NoDereferenceAfterTeardown
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;
int users;

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, NULL);
	switch (READ_ONCE(users)) {
	case 0:
		break;
	default:
		synchronize_rcu();
	}
}

__nmi void sample(void)
{
	struct callbacks *cbs = READ_ONCE(ptr);

	WRITE_ONCE(users, 1);
	if (cbs)
		cbs->f();
}

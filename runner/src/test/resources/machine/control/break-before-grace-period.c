/**
 * strategy: break-before-grace-period
 * title: a loop that is left before its grace period waits for nobody
 * expect: violates NoDereferenceAfterTeardown
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;
bool idle;

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, NULL);
	for (;;) {
		if (READ_ONCE(idle))
			break;
		synchronize_rcu();
	}
}

__nmi void sample(void)
{
	struct callbacks *cbs;

	WRITE_ONCE(idle, false);
	cbs = READ_ONCE(ptr);
	if (cbs)
		cbs->f();
	WRITE_ONCE(idle, true);
}

/**
 * strategy: empty-critical-section
 * title: taking and releasing a lock in one action contradicts itself: nobody ever gets past it
 * expect: violates NoDereferenceAfterTeardown
 * expect: holds NoDeadlock, UnregisterCompletes
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;

DEFINE_SPINLOCK(l);
__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
}
__unregister void unreg(struct callbacks *cbs)
{
	spin_lock(&l);
	spin_unlock(&l);
	WRITE_ONCE(ptr, NULL);
}
__nmi void sample(void)
{
	struct callbacks *cbs = READ_ONCE(ptr);

	if (cbs)
		cbs->f();
}

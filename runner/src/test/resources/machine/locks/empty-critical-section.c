/**
 * strategy: empty-critical-section
 * title: an empty critical section waits for the lock and goes on
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

/**
 * strategy: waits-for-bit
 * title: unregistering waits until the bit is clear, or a signal ends the wait
 * expect: violates NoDereferenceAfterTeardown
 * expect: holds NoNullDereference
 */
struct callbacks {
	void (*f)(void);
};

static struct callbacks *ptr;
static unsigned long flags;

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, NULL);
	smp_mb();
	wait_on_bit(&flags, 0, TASK_INTERRUPTIBLE);
}

__irq void reader(void)
{
	struct callbacks *cbs;

	if (test_and_set_bit(0, &flags))
		return;
	cbs = READ_ONCE(ptr);
	if (cbs)
		cbs->f();
	clear_and_wake_up_bit(0, &flags);
}

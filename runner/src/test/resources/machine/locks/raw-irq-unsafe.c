/**
 * strategy: raw-irq-unsafe
 * title: a raw spinlock that an interrupt handler takes, too
 * expect: violates NoDeadlock
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;
DEFINE_RAW_SPINLOCK(lock);

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	raw_spin_lock(&lock);
	WRITE_ONCE(ptr, NULL);
	raw_spin_unlock(&lock);
}

__irq void reader(void)
{
	struct callbacks *cbs;

	raw_spin_lock(&lock);
	cbs = READ_ONCE(ptr);
	if (cbs)
		cbs->f();
	raw_spin_unlock(&lock);
}

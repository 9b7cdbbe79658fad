/**
 * strategy: announced-under-lock-softirq
 * title: a softirq handler that learns of a pointer before the lock is released must not spin for the lock
 * expect: violates NoDeadlock, ReadersComplete
 */
struct callbacks {
	void (*f)(void);
};

static DEFINE_SPINLOCK(lock);
static struct callbacks *ptr;

__register __permanent void reg(struct callbacks *cbs)
{
	spin_lock(&lock);
	WRITE_ONCE(ptr, cbs);
	spin_unlock(&lock);
}

__softirq void reader(void)
{
	struct callbacks *cbs = READ_ONCE(ptr);

	if (!cbs)
		return;
	spin_lock(&lock);
	cbs->f();
	spin_unlock(&lock);
}

/**
 * strategy: announced-with-interrupts-off
 * title: with interrupts off the lock is released before a handler learns of the pointer
 * expect: holds NoDeadlock, ReadersComplete, NoNullDereference
 */
struct callbacks {
	void (*f)(void);
};

static DEFINE_SPINLOCK(lock);
static struct callbacks *ptr;

__register __permanent void reg(struct callbacks *cbs)
{
	spin_lock_irq(&lock);
	WRITE_ONCE(ptr, cbs);
	spin_unlock_irq(&lock);
}

__irq void reader(void)
{
	struct callbacks *cbs = READ_ONCE(ptr);

	if (!cbs)
		return;
	spin_lock(&lock);
	cbs->f();
	spin_unlock(&lock);
}

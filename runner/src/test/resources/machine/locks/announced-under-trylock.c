/**
 * strategy: announced-under-trylock
 * title: the lock that spin_trylock() took is held, too, when a handler learns of the pointer
 * expect: violates NoDeadlock, ReadersComplete
 */
struct callbacks {
	void (*f)(void);
};

static DEFINE_SPINLOCK(lock);
static struct callbacks *ptr;

__register __permanent void reg(struct callbacks *cbs)
{
	if (!spin_trylock(&lock))
		return;
	WRITE_ONCE(ptr, cbs);
	spin_unlock(&lock);
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

__task void other(void)
{
	spin_lock_irq(&lock);
	spin_unlock_irq(&lock);
}

/**
 * strategy: keeps-its-turn-without-a-cpu
 * title: who waits for a lock keeps its turn while others have all CPUs whenever it is free
 * expect: holds UnregisterCompletes
 */
struct callbacks {
	void (*f)(void);
};

struct callbacks *gp;
DEFINE_SPINLOCK(spinlock);
DEFINE_MUTEX(mutex);

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(gp, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	spin_lock(&spinlock);
	WRITE_ONCE(gp, NULL);
	spin_unlock(&spinlock);
	mutex_lock(&mutex);
	mutex_unlock(&mutex);
}

__task void reader(void)
{
	unsigned long flags;

	spin_lock_irqsave(&spinlock, flags);
	READ_ONCE(gp);
	spin_unlock_irqrestore(&spinlock, flags);
}

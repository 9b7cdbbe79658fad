/**
 * strategy: trylock-among-spinners
 * title: who has taken a lock by spin_trylock() keeps its CPU from then on, so nobody else spins there
 * expect: holds NoDeadlock, ReadersComplete
 */
struct callbacks {
	void (*f)(void);
};

static DEFINE_SPINLOCK(lock);

__register void reg(void)
{
}

__unregister void unreg(void)
{
}

__task void tries(void)
{
	if (spin_trylock(&lock))
		spin_unlock(&lock);
}

__task void spins(void)
{
	unsigned long flags;

	spin_lock_irqsave(&lock, flags);
	spin_unlock_irqrestore(&lock, flags);
}

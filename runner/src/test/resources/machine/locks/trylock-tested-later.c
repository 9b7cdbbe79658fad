/**
 * strategy: trylock-tested-later
 * title: who has taken a lock by spin_trylock() keeps its CPU before it tests the outcome, too
 * expect: holds NoDeadlock, NoWarning, ReadersComplete
 */
struct callbacks {
	void (*f)(void);
};

static DEFINE_SPINLOCK(lock);
static bool on;

__register void reg(void)
{
}

__unregister void unreg(void)
{
}

__task void tries(void)
{
	bool taken = spin_trylock(&lock);
	bool was = READ_ONCE(on);

	if (taken) {
		WARN_ON(was);
		spin_unlock(&lock);
	}
}

__task void spins(void)
{
	unsigned long flags;

	spin_lock_irqsave(&lock, flags);
	spin_unlock_irqrestore(&lock, flags);
}

/**
 * strategy: trylock-tested-later-irq
 * title: a handler that comes between spin_trylock() and the test of its outcome must not spin for the lock
 * expect: holds NoWarning
 * expect: violates NoDeadlock, ReadersComplete
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

__irq void spins(void)
{
	spin_lock(&lock);
	spin_unlock(&lock);
}

/**
 * strategy: read-lock-nested-in-a-handler
 * title: a handler that reads under the lock of the reader that it struck waits for nobody
 * expect: holds NoDeadlock, ReadersComplete
 * expect tso: holds NoDeadlock, ReadersComplete
 * expect weak: holds NoDeadlock
 */
struct callbacks {
	void (*f)(void);
};

static DEFINE_RWLOCK(lock);

__register void reg(void)
{
}

__unregister void unreg(void)
{
	write_lock_irq(&lock);
	write_unlock_irq(&lock);
}

__task void reads(void)
{
	read_lock(&lock);
	read_unlock(&lock);
}

__irq void strikes(void)
{
	read_lock(&lock);
	read_unlock(&lock);
}

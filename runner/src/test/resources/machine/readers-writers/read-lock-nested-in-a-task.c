/**
 * strategy: read-lock-nested-in-a-task
 * title: a task that reads twice waits behind a writer that waits for it
 * expect: violates NoDeadlock, UnregisterCompletes, ReadersComplete
 * expect tso: violates NoDeadlock, UnregisterCompletes, ReadersComplete
 * expect weak: violates NoDeadlock
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
	write_lock(&lock);
	write_unlock(&lock);
}

__task void twice(void)
{
	read_lock(&lock);
	read_lock(&lock);
	read_unlock(&lock);
	read_unlock(&lock);
}

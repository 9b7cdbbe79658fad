/**
 * strategy: read-lock-in-a-handler
 * title: a handler waits for ever for the writer that it has interrupted
 * expect: violates NoDeadlock, UnregisterCompletes, ReadersComplete
 * expect tso: violates NoDeadlock, UnregisterCompletes, ReadersComplete
 * expect weak: violates NoDeadlock, UnregisterCompletes, ReadersComplete
 */
struct callbacks {
	void (*f)(void);
};

static DEFINE_RWLOCK(lock);
static struct callbacks *ptr;

__register void reg(struct callbacks *cbs)
{
	write_lock(&lock);
	ptr = cbs;
	write_unlock(&lock);
}

__unregister void unreg(struct callbacks *cbs)
{
	write_lock(&lock);
	ptr = NULL;
	write_unlock(&lock);
}

__nmi void reader(void)
{
	struct callbacks *cbs;

	read_lock(&lock);
	cbs = READ_ONCE(ptr);
	if (cbs)
		cbs->f();
	read_unlock(&lock);
}

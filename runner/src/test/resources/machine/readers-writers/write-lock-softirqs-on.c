/**
 * strategy: write-lock-softirqs-on
 * title: a softirq that reads strikes the writer, and waits for what it has interrupted
 * expect: violates NoDeadlock, UnregisterCompletes, ReadersComplete
 * expect tso: violates NoDeadlock, UnregisterCompletes, ReadersComplete
 * expect weak: violates NoDeadlock
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

__softirq void reader(void)
{
	read_lock(&lock);
	if (ptr)
		ptr->f();
	read_unlock(&lock);
}

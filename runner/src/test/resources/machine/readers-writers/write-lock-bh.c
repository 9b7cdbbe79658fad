/**
 * strategy: write-lock-bh
 * title: with softirqs off, a softirq that reads cannot strike the writer
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock, ReadersComplete
 * expect tso: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock, ReadersComplete
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 */
struct callbacks {
	void (*f)(void);
};

static DEFINE_RWLOCK(lock);
static struct callbacks *ptr;

__register void reg(struct callbacks *cbs)
{
	write_lock_bh(&lock);
	ptr = cbs;
	write_unlock_bh(&lock);
}

__unregister void unreg(struct callbacks *cbs)
{
	write_lock_bh(&lock);
	ptr = NULL;
	write_unlock_bh(&lock);
}

__softirq void reader(void)
{
	read_lock(&lock);
	if (ptr)
		ptr->f();
	read_unlock(&lock);
}

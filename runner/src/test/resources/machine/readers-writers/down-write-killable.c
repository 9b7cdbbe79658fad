/**
 * strategy: down-write-killable
 * title: who has come to the end of down_write_killable() without a signal is alone
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 * expect tso: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 */
struct callbacks {
	void (*f)(void);
};

static DECLARE_RWSEM(lock);
static struct callbacks *ptr;

__register int reg(struct callbacks *cbs)
{
	int err = down_write_killable(&lock);

	if (err)
		return err;
	ptr = cbs;
	up_write(&lock);
	return 0;
}

__unregister void unreg(struct callbacks *cbs)
{
	down_write(&lock);
	ptr = NULL;
	up_write(&lock);
}

__task void reader(void)
{
	if (down_read_interruptible(&lock))
		return;
	if (ptr)
		ptr->f();
	up_read(&lock);
}

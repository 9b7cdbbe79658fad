/**
 * strategy: down-write-killable-in-vain
 * title: who goes ahead after a signal is not alone
 * expect: violates NoNullDereference, NoDereferenceAfterTeardown, PriorReadersComplete
 * expect tso: violates NoNullDereference, NoDereferenceAfterTeardown, PriorReadersComplete
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
	if (down_write_killable(&lock)) {
		ptr = NULL;
		return;
	}
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

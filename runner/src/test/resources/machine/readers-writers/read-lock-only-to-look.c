/**
 * strategy: read-lock-only-to-look
 * title: who calls after read_unlock() is not waited for
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect tso: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: violates NoDereferenceAfterTeardown, PriorReadersComplete
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

__task void reader(void)
{
	struct callbacks *cbs;

	read_lock(&lock);
	cbs = ptr;
	read_unlock(&lock);
	if (cbs)
		cbs->f();
}

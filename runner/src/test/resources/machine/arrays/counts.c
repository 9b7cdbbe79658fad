/**
 * strategy: counts
 * title: a reference count for each slot is within bounds
 * expect: holds NoWarning, NoDereferenceAfterTeardown
 */
struct callbacks {
	void (*f)(void);
};

static struct callbacks *slots[2];
static atomic_t users[2];

__register void reg(struct callbacks *cbs)
{
	smp_store_release(&slots[1], cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	xchg(&slots[1], NULL);
	while (atomic_read(&users[1]))
		cpu_relax();
}

__irq void reader(bool i)
{
	struct callbacks *cbs;

	atomic_inc_return(&users[i]);
	cbs = READ_ONCE(slots[i]);
	if (cbs)
		cbs->f();
	WARN_ON(atomic_dec_return(&users[i]) < 0);
}

/**
 * strategy: references
 * title: who gives the last reference back says so; readers that overlap for ever keep one
 * expect: holds NoWarning, NoDereferenceAfterTeardown
 * expect: violates UnregisterCompletes
 */
struct callbacks {
	void (*f)(void);
};

static struct callbacks *ptr;
static refcount_t users = REFCOUNT_INIT(0);
static DECLARE_COMPLETION(unused);

static void put(void)
{
	if (refcount_dec_and_test(&users))
		complete(&unused);
}

__register void reg(struct callbacks *cbs)
{
	reinit_completion(&unused);
	WRITE_ONCE(ptr, cbs);
	smp_wmb();
	refcount_set(&users, 1);
}

__unregister void unreg(struct callbacks *cbs)
{
	put();
	wait_for_completion(&unused);
	WARN_ON(completion_done(&unused) || refcount_read(&users));
}

__irq void reader(void)
{
	if (!refcount_inc_not_zero(&users))
		return;
	ptr->f();
	put();
}

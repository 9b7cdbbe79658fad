/**
 * strategy: inc-not-zero
 * title: readers take references while there are any, and unregister waits for the last one
 * note: readers that take turns keep the count above 0 for ever
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 * expect: violates UnregisterCompletes
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;
atomic_t users = ATOMIC_INIT(0);

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
	smp_mb();
	atomic_set(&users, 1);
}

__unregister void unreg(struct callbacks *cbs)
{
	if (atomic_dec_and_test(&users))
		return;
	while (atomic_read_acquire(&users))
		cpu_relax();
}

__task void reader(void)
{
	struct callbacks *cbs;

	if (!atomic_inc_not_zero(&users))
		return;
	cbs = READ_ONCE(ptr);
	cbs->f();
	atomic_dec_return_release(&users);
}

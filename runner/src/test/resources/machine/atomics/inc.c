/**
 * strategy: inc
 * title: a reader takes a reference after it has seen that there are some
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete, UnregisterCompletes
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

	if (!atomic_read(&users))
		return;
	atomic_inc(&users);
	cbs = READ_ONCE(ptr);
	cbs->f();
	atomic_dec_return_release(&users);
}

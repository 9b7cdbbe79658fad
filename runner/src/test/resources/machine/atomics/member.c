/**
 * strategy: member
 * title: a reference count in the object, taken in a read-side section
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, ReadersObserveNullAfterGracePeriod, UnregisterCompletes, NoDeadlock
 */
struct callbacks {
	bool (*f)(void);
	atomic_t refs;
};

struct callbacks *ptr;

__register void reg(struct callbacks *cbs)
{
	atomic_set(&cbs->refs, 1);
	rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, NULL);
	atomic_dec(&cbs->refs);
	while (atomic_read_acquire(&cbs->refs))
		cpu_relax();
	synchronize_rcu();
}

__task void reader(void)
{
	struct callbacks *cbs;

	rcu_read_lock();
	cbs = rcu_dereference(ptr);
	if (cbs && !atomic_inc_not_zero(&cbs->refs))
		cbs = NULL;
	rcu_read_unlock();
	if (!cbs)
		return;
	cbs->f();
	atomic_fetch_dec_release(&cbs->refs);
}

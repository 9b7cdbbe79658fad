struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;
bool busy;
DEFINE_MUTEX(mutex);

__register void reg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, NULL);
	synchronize_rcu();
}

__task void reader(void)
{
	struct callbacks *cbs;

	cbs = rcu_dereference_check(ptr, busy);
	cbs = rcu_dereference_check(ptr, xchg(&busy, true) || rcu_read_lock_held());
	cbs = rcu_dereference_protected(ptr);
	if (rcu_read_lock_held())
		cbs->f();
	WARN_ON(!lockdep_is_held(&mutex));
	rcu_read_lock_bh();
}

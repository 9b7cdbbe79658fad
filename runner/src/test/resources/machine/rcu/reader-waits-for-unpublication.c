/**
 * strategy: reader-waits-for-unpublication
 * title: a reader that waits in its section for what comes before the grace period
 * note: it may wait for ever, as no provider is required to unregister
 * expect: holds UnregisterCompletes
 * expect: violates ReadersComplete
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;
bool done;

__register void reg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, NULL);
	WRITE_ONCE(done, true);
	synchronize_rcu();
}

__task void reader(void)
{
	struct callbacks *cbs;

	rcu_read_lock();
	cbs = rcu_dereference(ptr);
	if (cbs)
		while (!READ_ONCE(done))
			cpu_relax();
	rcu_read_unlock();
}

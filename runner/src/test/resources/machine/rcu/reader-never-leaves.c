/**
 * strategy: reader-never-leaves
 * title: a reader that waits in its section for what comes after it
 * expect: violates UnregisterCompletes, ReadersComplete
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
	synchronize_rcu();
	WRITE_ONCE(done, true);
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

struct cbs {
	void (*call)(void);
};

struct cbs *ptr;
DEFINE_MUTEX(lock);

__register void reg(struct cbs *cbs)
{
	rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(struct cbs *cbs)
{
	rcu_assign_pointer(ptr, NULL);
}

__irq void handle(void)
{
	struct cbs *cbs;

	cbs = rcu_dereference(ptr);
	WARN_ON(!lockdep_is_held(&lock) || !cbs);
}

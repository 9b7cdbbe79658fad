/**
 * strategy: module-references-of-two
 * providers: 2
 */
struct ops {
	struct module *owner;
	void (*call)(void);
};

static struct ops *cur;

__register int reg(struct ops *ops)
{
	return cmpxchg(&cur, NULL, ops) ? -EBUSY : 0;
}

__unregister void unreg(struct ops *ops)
{
	WRITE_ONCE(cur, NULL);
	synchronize_rcu();
}

__task void use(void)
{
	struct ops *ops;

	rcu_read_lock();
	ops = rcu_dereference(cur);
	if (!ops || !try_module_get(ops->owner)) {
		rcu_read_unlock();
		return;
	}
	rcu_read_unlock();
	ops->call();
	module_put(ops->owner);
}

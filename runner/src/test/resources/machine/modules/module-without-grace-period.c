/**
 * strategy: module-without-grace-period
 * title: a module goes before a reader asks for a reference
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect tso: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: violates NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct ops {
	struct module *owner;
	int (*call)(void);
};

static struct ops *cur;

__register void reg(struct ops *ops)
{
	rcu_assign_pointer(cur, ops);
}

__unregister void unreg(struct ops *ops)
{
	RCU_INIT_POINTER(cur, NULL);
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

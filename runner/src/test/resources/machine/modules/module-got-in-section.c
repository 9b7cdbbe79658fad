/**
 * strategy: module-got-in-section
 * title: a reference keeps the module beyond the read-side section
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 * expect tso: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
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

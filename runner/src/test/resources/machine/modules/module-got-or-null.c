/**
 * strategy: module-got-or-null
 * title: NULL in place of what is going: the reference is held where the pointer is not NULL
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 */
struct ops {
	struct module *owner;
	int (*call)(void);
};

static struct ops __rcu *cur;

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
	if (ops && !try_module_get(ops->owner))
		ops = NULL;
	rcu_read_unlock();
	if (!ops)
		return;
	ops->call();
	module_put(ops->owner);
}

/**
 * strategy: module-put-before-call
 * title: what was found with a reference is called after it has been given back
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
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
	module_put(ops->owner);
	ops->call();
}

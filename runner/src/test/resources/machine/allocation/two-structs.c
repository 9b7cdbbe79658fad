/**
 * strategy: two-structs
 * title: an object of the file points to what is registered, and is freed first
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct ops {
	void (*call)(void);
};

struct entry {
	const struct ops *ops;
	int id;
};


static struct entry __rcu *entry;

__register int add(const struct ops *ops)
{
	struct entry *new = kmalloc(16, GFP_KERNEL);

	if (!new)
		return -ENOMEM;
	new->ops = ops;
	new->id = 3;
	rcu_assign_pointer(entry, new);
	return 0;
}

__unregister void del(const struct ops *ops)
{
	struct entry *old = rcu_dereference_protected(entry, true);

	RCU_INIT_POINTER(entry, NULL);
	synchronize_rcu();
	kfree(old);
}

__task void use(void)
{
	struct entry *found;

	rcu_read_lock();
	found = rcu_dereference(entry);
	if (found && found->id == 3)
		found->ops->call();
	rcu_read_unlock();
}

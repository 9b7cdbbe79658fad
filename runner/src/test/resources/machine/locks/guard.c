/**
 * strategy: guard
 * title: guards hold the lock and the read-side section on every path out
 * expect: holds NoNullDereference, NoDereferenceAfterTeardown, NoWarning, NoDeadlock
 */
struct hook {
	int (*call)(void);
};

static struct hook __rcu *hook;
static DEFINE_MUTEX(hook_lock);
static bool changing;

__register int add(struct hook *h)
{
	guard(mutex)(&hook_lock);
	WARN_ON(READ_ONCE(changing));
	if (rcu_access_pointer(hook))
		return -EBUSY;
	WRITE_ONCE(changing, true);
	rcu_assign_pointer(hook, h);
	WRITE_ONCE(changing, false);
	return 0;
}

__unregister void del(struct hook *h)
{
	scoped_guard(mutex, &hook_lock) {
		WARN_ON(READ_ONCE(changing));
		RCU_INIT_POINTER(hook, NULL);
	}
	synchronize_rcu();
}

__task int run(void)
{
	struct hook *h;

	guard(rcu)();
	h = rcu_dereference(hook);
	if (!h)
		return -ENOENT;
	return h->call();
}

__task void look(void)
{
	guard(mutex)(&hook_lock);
	WARN_ON(READ_ONCE(changing));
	WRITE_ONCE(changing, true);
	WRITE_ONCE(changing, false);
}

/**
 * strategy: guard-ends-too-early
 * title: the guard of a block of its own ends before the callback is called
 * expect: violates NoDereferenceAfterTeardown
 * expect: holds NoNullDereference
 */
struct hook {
	int (*call)(void);
};

static struct hook __rcu *hook;

__register void add(struct hook *h)
{
	rcu_assign_pointer(hook, h);
}

__unregister void del(struct hook *h)
{
	RCU_INIT_POINTER(hook, NULL);
	synchronize_rcu();
}

__task int run(void)
{
	struct hook *h;

	scoped_guard(rcu)
		h = rcu_dereference(hook);
	if (!h)
		return -ENOENT;
	return h->call();
}

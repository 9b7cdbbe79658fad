/**
 * strategy: configured-to-trace
 * title: the configuration decides which branch is there
 * config: CONFIG_HOOK_UNLOAD=y CONFIG_HOOK_TINY=n
 * config: CONFIG_HOOK_TRACE=y CONFIG_HOOK_COUNT=y
 * expect: violates NoWarning
 */
#define HOOK_COUNTS 1

struct ops {
	void (*call)(void);
};

static struct ops __rcu *cur;
#if HOOK_COUNTS && !defined(CONFIG_HOOK_TINY)
static atomic_t calls = ATOMIC_INIT(0);
#endif

#ifdef CONFIG_HOOK_UNLOAD
#define hook_wait() synchronize_rcu()
#else
#define hook_wait() do { } while (0)
#endif

__register void reg(struct ops *ops)
{
	rcu_assign_pointer(cur, ops);
}

__unregister void unreg(struct ops *ops)
{
	RCU_INIT_POINTER(cur, NULL);
	hook_wait();
}

__softirq void use(void)
{
	struct ops *ops = rcu_dereference(cur);

	if (!IS_ENABLED(CONFIG_HOOK_TRACE) && ops)
		ops->call();
	else if (IS_ENABLED(CONFIG_HOOK_TRACE) && ops)
		WARN_ON(1);
#if IS_ENABLED(CONFIG_HOOK_COUNT) && HOOK_COUNTS
	atomic_inc(&calls);
#elif defined(CONFIG_HOOK_COUNT_MODULE)
	this is not read
#endif
}

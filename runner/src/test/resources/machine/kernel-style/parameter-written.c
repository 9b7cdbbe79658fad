/**
 * strategy: parameter-written
 * title: who may write a parameter may say that nobody waits
 * expect: violates NoDereferenceAfterTeardown
 */
static bool wait = true;
module_param(wait, bool, 0644);
MODULE_PARM_DESC(wait, "whether to wait for readers");

static unsigned int limit = 8;
module_param_named(most, limit, uint, S_IRUGO | S_IWUSR);

static char *name = "hook";
module_param(name, charp, 0444);

struct ops {
	void (*call)(unsigned int n);
};

static struct ops __rcu *cur;

__register void reg(struct ops *ops)
{
	rcu_assign_pointer(cur, ops);
}

__unregister void unreg(struct ops *ops)
{
	RCU_INIT_POINTER(cur, NULL);
	if (wait)
		synchronize_rcu();
}

__softirq void use(unsigned int n)
{
	struct ops *ops = rcu_dereference(cur);

	if (!ops)
		return;
	if (n < limit)
		ops->call(n);
	else
		pr_info("%s: %u is too much\n", name, n);
}

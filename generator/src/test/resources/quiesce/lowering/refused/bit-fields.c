struct ops {
	void (*call)(void);
	unsigned int gone:1;
	unsigned int late:1;
};

static struct ops __rcu *cur;

__register void reg(struct ops *ops)
{
	ops->late = 1;
	rcu_assign_pointer(cur, ops);
}

__unregister void unreg(struct ops *ops)
{
	ops->gone |= 1;
	RCU_INIT_POINTER(cur, NULL);
	synchronize_rcu();
}

__softirq void use(void)
{
	struct ops *ops = rcu_dereference(cur);

	if (ops && !ops->gone)
		ops->call();
}

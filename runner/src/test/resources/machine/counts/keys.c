/**
 * strategy: keys
 * title: a static key is counted, and orders nothing by itself
 * expect: holds NoWarning
 * expect weak: violates NoWarning
 */
struct callbacks {
	void (*f)(void);
};

static DEFINE_STATIC_KEY_FALSE(key);
static DEFINE_STATIC_KEY_TRUE(idle);
static int data;

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(data, 1);
	static_branch_inc(&key);
	static_branch_disable(&idle);
}

__unregister void unreg(struct callbacks *cbs)
{
	WARN_ON(static_key_enabled(&idle) || !static_key_enabled(&key));
	static_branch_dec(&key);
	static_branch_enable(&idle);
}

__irq void reader(void)
{
	if (static_branch_unlikely(&key))
		WARN_ON(!READ_ONCE(data));
	if (static_branch_likely(&idle))
		cpu_relax();
}

/**
 * strategy: error-handed-back
 * title: an error is handed to the function whose result replaces it
 * expect: violates NoNullDereference
 */
struct ops {
	int (*call)(void);
};
static struct ops __rcu *cur;

static struct ops *checked(struct ops *o)
{
	if (!o)
		return ERR_PTR(-ENODEV);
	return o;
}

static struct ops *found(void)
{
	struct ops *o = rcu_dereference(cur);

	if (!o)
		return ERR_PTR(-ENOENT);
	return o;
}

__register void reg(struct ops *ops)
{
	rcu_assign_pointer(cur, ops);
}

__unregister void unreg(struct ops *ops)
{
	RCU_INIT_POINTER(cur, NULL);
	synchronize_rcu();
}

__irq void use(void)
{
	struct ops *o;

	rcu_read_lock();
	o = found();
	o = checked(o);
	if (!IS_ERR(o))
		o->call();
	rcu_read_unlock();
}

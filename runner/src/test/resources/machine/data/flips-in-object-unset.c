/**
 * strategy: flips-in-object-unset
 * title: a flag in what is allocated is not set before
 * expect: violates NoUseBeforeInit
 */
struct ops {
	int (*call)(void);
};
struct hook {
	struct ops *ops;
	atomic_t odd;
};
static struct hook __rcu *cur;
static DEFINE_MUTEX(lock);

__register int reg(struct ops *ops)
{
	struct hook *h = kmalloc(sizeof(*h), GFP_KERNEL);

	if (!h)
		return -ENOMEM;
	h->ops = ops;
	mutex_lock(&lock);
	rcu_assign_pointer(cur, h);
	mutex_unlock(&lock);
	return 0;
}
__unregister void unreg(struct ops *ops)
{
	struct hook *h;

	mutex_lock(&lock);
	h = rcu_dereference_protected(cur, lockdep_is_held(&lock));
	RCU_INIT_POINTER(cur, NULL);
	mutex_unlock(&lock);
	synchronize_rcu();
	kfree(h);
}
__softirq void use(void)
{
	struct hook *h;

	rcu_read_lock();
	h = rcu_dereference(cur);
	if (h) {
		atomic_xor(1, &h->odd);
		h->ops->call();
	}
	rcu_read_unlock();
}

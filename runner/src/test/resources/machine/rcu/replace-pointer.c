/**
 * strategy: replace-pointer
 * title: rcu_replace_pointer() returns what was there before
 * expect: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;
DEFINE_MUTEX(mutex);

__register void reg(struct callbacks *cbs)
{
	struct callbacks *old;

	mutex_lock(&mutex);
	old = rcu_replace_pointer(ptr, cbs, lockdep_is_held(&mutex));
	mutex_unlock(&mutex);
	WARN_ON(old);
}

__unregister void unreg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, NULL);
	synchronize_rcu();
}

__nmi void reader(void)
{
	struct callbacks *cbs;

	cbs = rcu_dereference(ptr);
	if (cbs)
		cbs->f();
}

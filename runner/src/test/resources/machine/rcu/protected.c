/**
 * strategy: protected
 * title: rcu_dereference_protected() is a plain load
 * expect: holds NoNullDereference
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;
DEFINE_MUTEX(mutex);

__register void reg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	mutex_lock(&mutex);
	RCU_INIT_POINTER(ptr, NULL);
	mutex_unlock(&mutex);
}

__task void reader(void)
{
	struct callbacks *cbs;

	mutex_lock(&mutex);
	cbs = rcu_dereference_protected(ptr, lockdep_is_held(&mutex));
	if (cbs)
		cbs->f();
	mutex_unlock(&mutex);
}

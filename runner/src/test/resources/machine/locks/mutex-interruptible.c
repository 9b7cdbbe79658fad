/**
 * strategy: mutex-interruptible
 * title: a mutex is taken, or a signal comes first
 * expect: holds NoNullDereference, NoDereferenceAfterTeardown, NoDeadlock, UnregisterCompletes
 * expect weak: holds NoNullDereference, NoDereferenceAfterTeardown, NoDeadlock
 */
struct callbacks {
	int (*f)(void);
};

static struct callbacks *ptr;
static DEFINE_MUTEX(lock);

__register int reg(struct callbacks *cbs)
{
	if (mutex_lock_interruptible(&lock))
		return -ERESTARTSYS;
	ptr = cbs;
	mutex_unlock(&lock);
	return 0;
}

__unregister void unreg(struct callbacks *cbs)
{
	mutex_lock_nested(&lock, 1);
	ptr = NULL;
	mutex_unlock(&lock);
}

__task int reader(void)
{
	int err = mutex_lock_killable(&lock);

	if (err < 0)
		return err;
	if (ptr)
		err = ptr->f();
	mutex_unlock(&lock);
	return err;
}

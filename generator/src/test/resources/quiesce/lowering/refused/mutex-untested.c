struct callbacks {
	void (*f)(void);
};

static struct callbacks *ptr;
static DEFINE_MUTEX(lock);

__register int reg(struct callbacks *cbs)
{
	int err = mutex_lock_interruptible(&lock);

	ptr = cbs;
	mutex_unlock(&lock);
	return err;
}

__unregister void unreg(struct callbacks *cbs)
{
	int err = mutex_lock_killable(&lock);

	if (err > 0)
		return;
	ptr = NULL;
	mutex_unlock(&lock);
	mutex_lock_interruptible(lock);
}

__task void reader(void)
{
	struct callbacks *cbs = READ_ONCE(ptr);

	if (cbs)
		cbs->f();
}

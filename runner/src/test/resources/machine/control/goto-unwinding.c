/**
 * strategy: goto-unwinding
 * title: labels undo in their order what was done before the error
 * expect: holds NoWarning, NoDereferenceAfterTeardown
 */
struct callbacks {
	int (*probe)(void);
};

struct callbacks *ptr;
bool first;
bool second;
DEFINE_MUTEX(lock);

__register int reg(struct callbacks *cbs)
{
	int err;

	mutex_lock(&lock);
	first = true;
	err = cbs->probe();
	if (err)
		goto undo_first;
	second = true;
	if (cbs->probe()) {
		err = -5;
		goto undo_second;
	}
	WRITE_ONCE(ptr, cbs);
	err = 0;
	goto unlock;

undo_second:
	second = false;
undo_first:
	first = false;
unlock:
	WARN_ON(second && !first);
	mutex_unlock(&lock);
	return err;
}

__unregister void unreg(struct callbacks *cbs)
{
	mutex_lock(&lock);
	WRITE_ONCE(ptr, NULL);
	first = second = false;
	mutex_unlock(&lock);
	synchronize_rcu();
}

__nmi void sample(void)
{
	struct callbacks *cbs = READ_ONCE(ptr);

	if (cbs)
		cbs->probe();
}

/**
 * strategy: unregister-locks-first
 * title: an unregistration that begins by waiting for a lock gets it
 * expect: holds UnregisterCompletes, ReadersComplete
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *gp;
DEFINE_MUTEX(lock);

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(gp, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	mutex_lock(&lock);
	WRITE_ONCE(gp, NULL);
	mutex_unlock(&lock);
}

__task void look(void)
{
	mutex_lock(&lock);
	READ_ONCE(gp);
	mutex_unlock(&lock);
}

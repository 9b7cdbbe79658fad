struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;
DEFINE_SPINLOCK(lock);

__register void reg(struct callbacks *cbs)
{
again:
	spin_lock(&lock);
	if (READ_ONCE(ptr))
		goto again;
	WRITE_ONCE(ptr, cbs);
	spin_unlock(&lock);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, NULL);
	synchronize_rcu();
}

__nmi void sample(void)
{
	struct callbacks *cbs = READ_ONCE(ptr);

	if (cbs)
		cbs->f();
}

struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;
DEFINE_SPINLOCK(lock);

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, NULL);
}

__task void not_tested(void)
{
	spin_trylock(&lock);
	spin_unlock(&lock);
}

__task void overwritten(void)
{
	int got = spin_trylock(&lock);

	got = 0;
	if (got)
		spin_unlock(&lock);
}

__task void released_if_free(void)
{
	if (!spin_trylock(&lock))
		spin_unlock(&lock);
}

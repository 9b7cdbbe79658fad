struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;
DEFINE_MUTEX(lock);

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, NULL);
}

__irq void in_a_handler(void)
{
	if (mutex_trylock(&lock))
		mutex_unlock(&lock);
}

__task void not_tested(void)
{
	mutex_trylock(&lock);
}

__task void overwritten(void)
{
	int got = mutex_trylock(&lock);

	got = 0;
	if (got)
		mutex_unlock(&lock);
}

__task void tried_twice(void)
{
	int got = mutex_trylock(&lock);

	mutex_lock(&lock);
	if (got)
		mutex_unlock(&lock);
}

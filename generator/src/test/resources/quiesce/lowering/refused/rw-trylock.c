struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;
DEFINE_RWLOCK(lock);
DECLARE_RWSEM(sem);
DEFINE_STATIC_PERCPU_RWSEM(percpu);

__register void reg(struct callbacks *cbs)
{
	if (!down_write_killable(&sem))
		WRITE_ONCE(ptr, cbs);
	up_write(&sem);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, NULL);
	if (down_read_interruptible(&lock))
		return;
	up_read(&sem);
}

__irq void in_a_handler(void)
{
	if (down_read_trylock(&sem))
		up_read(&sem);
	if (percpu_down_read_trylock(&percpu))
		percpu_up_read(&percpu);
}

__task void not_tested(void)
{
	read_trylock(&lock);
}

__task void released_otherwise(void)
{
	if (write_trylock(&lock))
		read_unlock(&lock);
}

__task void tried_twice(void)
{
	int got = down_write_trylock(&sem);

	down_read(&sem);
	if (got)
		up_write(&sem);
}

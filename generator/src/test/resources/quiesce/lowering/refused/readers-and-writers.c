struct callbacks {
	void (*f)(void);
};

static DEFINE_RWLOCK(lock);
static DECLARE_RWSEM(sem);
static DEFINE_SPINLOCK(spin);

__register void reg(void)
{
	read_lock(&lock);
	write_unlock(&lock);
	write_lock(&spin);
	write_unlock(&spin);
	down_read(&lock);
	up_read(&lock);
	read_unlock(&lock);
}

__unregister void unreg(void)
{
	preempt_disable();
	down_write(&sem);
	up_write(&sem);
	preempt_enable();
	down_read(&sem);
}

__irq void strikes(void)
{
	down_read(&sem);
	up_read(&sem);
	read_unlock(&lock);
}

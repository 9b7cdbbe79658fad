struct callbacks {
	bool (*f)(void);
	void (*g)(void);
	int mode;
};

struct callbacks *ptr;
int number;
bool flag;
DEFINE_PER_CPU(bool, busy);
DEFINE_SPINLOCK(lock);
DEFINE_MUTEX(mutex);

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, NULL);
}

__nmi void reader(void)
{
	xchg(number, 1);
	cmpxchg(number, 0, 1);
	smp_store_release(flag, true);
	WARN_ON(smp_load_acquire(flag));
}

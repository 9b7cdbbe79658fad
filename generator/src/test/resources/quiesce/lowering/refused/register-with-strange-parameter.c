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

__register void reg(struct callbacks *cbs, int n, struct callbacks *more)
{
	WRITE_ONCE(number, n);
	WRITE_ONCE(ptr, more);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, NULL);
}

__nmi void reader(void)
{
	READ_ONCE(flag);
}
